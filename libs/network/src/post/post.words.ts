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
  personNeeded: {
    en: 'Name a new person or the holder of a post.',
    zh: '请填写新人员的姓名，或选择一位现任人员。',
  },
} satisfies WordsPart;
