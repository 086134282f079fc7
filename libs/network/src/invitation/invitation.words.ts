import type { WordsPart } from '#graphql';

export const INVITATION_WORDS = {
  unitNameNeeded: { en: 'A name has at least one character.', zh: '名称至少 1 个字。' },
  unitNameTooLong: { en: 'The name of a unit has at most 100 characters.', zh: '单位名称最多 100 个字。' },
  unitCodeForm: {
    en: 'A unit code begins with 2 to 51 small letters, digits and hyphens.',
    zh: '单位代码以 2 到 51 个小写字母、数字或连字符开头。',
  },
} satisfies WordsPart;
