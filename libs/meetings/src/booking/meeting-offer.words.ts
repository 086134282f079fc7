import { phrase, type Words, type WordsPart } from '#graphql';
import { MeetingOfferState } from './offer-standing.js';

export const MEETING_OFFER_STATES = {
  [MeetingOfferState.NOTED]: { en: 'not asked for yet', zh: '尚未申请' },
  [MeetingOfferState.ASKED]: { en: 'not answered yet', zh: '尚未答复' },
  [MeetingOfferState.CONFIRMED]: { en: 'confirmed', zh: '已确认' },
  [MeetingOfferState.LOST]: { en: 'not to be had', zh: '未能落实' },
} satisfies Record<MeetingOfferState, Words>;

/** What is said of venue and vehicles of a meeting. */
export const MEETING_OFFER_WORDS = {
  itemsNeeded: { en: 'Name at least one offer.', zh: '请至少选择一项资源。' },
  tooManyOffers: { en: 'A meeting has at most 10 offers.', zh: '一次会议最多使用 10 项资源。' },
  alreadyPlanned: { en: 'The meeting wants this offer already.', zh: '该资源已列入本次会议。' },
  headsTooFew: { en: 'At least one person is expected.', zh: '预计人数至少 1 人。' },
  headsTooMany: { en: 'At most 1,000,000 persons are expected.', zh: '预计人数最多 1000000 人。' },
  endsBeforeItStarts: phrase({
    en: '{title} is wanted from a time on that is after the new end: drop it first.',
    zh: '“{title}”的使用时段与新的会议时间不符，请先移除。',
  }),
  missing: phrase({
    en: 'It does not have all that it wants: {offers}.',
    zh: '会议所需资源尚未齐备：{offers}。',
  }),
  missingOne: phrase({ en: '{title} ({owner}: {why})', zh: '{owner}的“{title}”（{why}）' }),
  cannotBeHad: { en: 'cannot be had then', zh: '该时段无法使用' },
  nothingToAsk: { en: 'There is nothing left to ask for.', zh: '没有需要申请的资源。' },
  nothingAwaited: {
    en: 'It waits for no word: call it.',
    zh: '没有等待答复的资源，请直接发出会议通知。',
  },
  busy: {
    en: 'Somebody was booking one of its offers at that moment: call it.',
    zh: '当时有人正在预约其中的资源，请手动发出会议通知。',
  },
  isDropped: { en: 'It is wanted no more.', zh: '该资源已移除。' },
  noVenue: { en: 'That offer is no venue.', zh: '该资源不是场地。' },
  /** For owners, who may not know the meeting. */
  purpose: { en: 'Meeting', zh: '会议' },
  notNeeded: { en: 'The meeting does not need it.', zh: '会议不再需要。' },
} satisfies WordsPart;
