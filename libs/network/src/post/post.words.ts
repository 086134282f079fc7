import { phrase, type Words, type WordsPart } from '#graphql';
import type { Role } from '#tenancy';

export const ROLE_NAMES = {
  SECRETARY: { en: 'secretary', zh: '书记' },
  OFFICER: { en: 'officer', zh: '干事' },
  LIAISON: { en: 'liaison', zh: '联络员' },
  DEPUTY: { en: 'deputy', zh: '副联络员' },
  STEWARD: { en: 'steward', zh: '街道党建办' },
  REPRESENTATIVE: { en: 'residents’ representative', zh: '居民代表' },
} satisfies Record<Role, Words>;

/** How a post stands to being handed over. */
export const POST_STATES = {
  REVOKED: { en: 'revoked', zh: '已撤销' },
  ENDED: { en: 'ended', zh: '已结束' },
  HANDED_OVER: { en: 'handed over', zh: '已交接' },
  NOT_HANDED_OVER: { en: 'not handed over', zh: '未交接' },
} satisfies WordsPart;

export const POST_WORDS = {
  nameNeeded: { en: 'A name has at least one character.', zh: '姓名至少 1 个字。' },
  alreadyHeld: phrase({
    en: '{person} is {role} of this unit already.',
    zh: '{person}已是本单位的{role}。',
  }),
  ownPost: { en: 'Nobody takes the own post away.', zh: '不能撤销自己的任职。' },
  rolesHere: phrase({ en: 'A post in this unit is one of: {roles}.', zh: '本单位的任职只能是：{roles}。' }),
  untilNeeded: {
    en: 'A residents’ representative is appointed for a time: say until when.',
    zh: '居民代表有任期，请填写截止时间。',
  },
  untilPast: { en: 'The end lies in the past.', zh: '截止时间已过。' },
  sincePast: { en: 'The beginning lies in the past.', zh: '开始时间已过。' },
  untilBeforeSince: { en: 'The end comes after the beginning.', zh: '截止时间须晚于开始时间。' },
  handOverAhead: {
    en: 'A hand-over lies ahead, within the time for which the post is held.',
    zh: '交接时间须在将来，且在任期之内。',
  },
  ownSuccessor: {
    en: 'A post is not handed over to the one who holds it.',
    zh: '不能把任职交接给现任者本人。',
  },
  // Says nothing of other networks: where a unit takes part besides is not the committee's to know.
  unitGivesItsOwn: {
    en: 'This unit gives its posts itself: ask its liaison, or the operator of the platform if it has none.',
    zh: '该单位的任职由其联络员自行安排；如无联络员，请联系平台管理员。',
  },
  unitHasLeft: {
    en: 'Your unit takes part in no network now.',
    zh: '本单位目前不在任何共建网络中。',
  },
  personNeeded: {
    en: 'Name a new person or the holder of a post.',
    zh: '请填写新人员的姓名，或选择一位现任人员。',
  },
} satisfies WordsPart;
