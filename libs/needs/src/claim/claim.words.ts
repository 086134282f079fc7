import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { ClaimState } from './claim.entity.js';

export const CLAIM_STATES = {
  [ClaimState.ASKED]: { en: 'asked', zh: '待答复' },
  [ClaimState.ACCEPTED]: { en: 'accepted', zh: '已认领' },
  [ClaimState.DONE]: { en: 'done', zh: '已完成' },
  [ClaimState.DECLINED]: { en: 'declined', zh: '未承接' },
  [ClaimState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [ClaimState.GIVEN_UP]: { en: 'given up', zh: '已放弃' },
} satisfies Record<ClaimState, Words>;

export const CLAIM_WORDS = {
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  nobodyAsked: { en: 'Say which units are asked.', zh: '请选择要对接的单位。' },
  tooManyAsked: { en: 'At most 100 units at once.', zh: '一次最多对接 100 个单位。' },
  noPlaceLeft: phrase({
    en: 'Every place has its unit: {units}.',
    zh: '认领名额已满，认领单位：{units}。',
  }),
  ownNeed: phrase({
    en: '{unit} does not claim its own need.',
    zh: '“{unit}”不能认领本单位的需求。',
  }),
  alreadyClaimed: phrase({
    en: 'Asked already, or has claimed it: {units}.',
    zh: '已对接或已认领：{units}。',
  }),
  takesNoPart: phrase({
    en: '{unit} takes no active part in this network.',
    zh: '“{unit}”目前未作为共建单位参加本网络。',
  }),
  inFuture: { en: 'What has not happened yet cannot be noted.', zh: '尚未发生的不能记录。' },
  beforeAcceptance: { en: 'Help comes after the claim was accepted.', zh: '时间不能早于认领时间。' },
  beforeArrival: { en: 'Help ends after it has arrived.', zh: '结束时间不能早于到达时间。' },
  afterFinish: { en: 'Help arrives before it ends.', zh: '到达时间不能晚于结束时间。' },
  unitLeft: {
    en: 'The unit no longer takes part in the network.',
    zh: '单位不再参加本网络。',
  },
} satisfies WordsPart;

/** What the text is about, by where the claim stands. */
export const CLAIM_CHAT_TITLES = {
  [ClaimState.ASKED]: '需求对接',
  [ClaimState.ACCEPTED]: '需求认领',
  [ClaimState.DONE]: '需求办理',
  [ClaimState.DECLINED]: '需求未承接',
  [ClaimState.WITHDRAWN]: '需求对接撤回',
  [ClaimState.GIVEN_UP]: '需求放弃认领',
} satisfies Record<ClaimState, string>;

export const CLAIM_CHAT = {
  asked: chatLine('【{title}】{unit}：{owner}的“{need}”请贵单位帮助，能否承接，请予答复。'),
  called: chatLine('【紧急求助】{unit}：{owner}的“{need}”急需帮助，能否前往，请立即答复。'),
  outcome: chatLine('【{title}】{unit}：{owner}的“{need}”，{state}。'),
  what: chatLine('内容：{what}'),
  location: chatLine('地点：{location}'),
  time: chatLine('时间：{span}'),
  arrived: chatLine('到达：{at}'),
  finished: chatLine('结束：{at}'),
  reason: chatLine('原因：{reason}'),
  aUnit: '共建单位',
  aNeed: '需求',
} satisfies ChatPart;
