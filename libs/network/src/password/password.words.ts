import type { WordsPart } from '#graphql';

export const PASSWORD_WORDS = {
  tooShort: { en: 'A password has at least 10 characters.', zh: '密码至少 10 个字符。' },
  tooLong: { en: 'A password has at most 200 characters.', zh: '密码最多 200 个字符。' },
  codeTooLong: { en: 'A code has at most 100 characters.', zh: '码最多 100 个字符。' },
  ownAccount: {
    en: 'Your own password is changed with the one you have.',
    zh: '自己的密码请凭现有密码修改。',
  },
  postsOfOthers: {
    en: 'You give codes only to those whose posts you give.',
    zh: '只能为由您任命的人员发码。',
  },
  accountElsewhere: {
    en: 'This account was made for another unit, where codes for it are given.',
    zh: '此账号由其他单位建立，请由该单位发码。',
  },
} satisfies WordsPart;
