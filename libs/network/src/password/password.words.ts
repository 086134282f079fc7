import type { WordsPart } from '#graphql';

export const PASSWORD_WORDS = {
  tooShort: { en: 'A password has at least 10 characters.', zh: '密码至少 10 个字符。' },
  tooLong: { en: 'A password has at most 200 characters.', zh: '密码最多 200 个字符。' },
  oneCharacter: {
    en: 'A password is more than blanks or one character repeated.',
    zh: '密码不能全是空格或同一个字符。',
  },
  accountName: { en: 'A password is not the name of its account.', zh: '密码不能与账号相同。' },
  codeTooLong: { en: 'A code has at most 100 characters.', zh: '码最多 100 个字符。' },
  ownAccount: {
    en: 'Your own password is changed with the one you have.',
    zh: '自己的密码请凭现有密码修改。',
  },
  postsOfOthers: {
    en: 'You give codes only to those all of whose posts you give: for others, ask the operator of the platform.',
    zh: '只能为全部任职均由您安排的人员发码；其他人员请联系平台管理员。',
  },
  accountElsewhere: {
    en: 'This account was made for another unit, where codes for it are given.',
    zh: '此账号由其他单位建立，请由该单位发码。',
  },
} satisfies WordsPart;
