import { phrase, type WordsPart } from '#graphql';

export const SIGN_IN_WORDS = {
  regionTooLong: { en: 'A region code has at most 32 characters.', zh: '区县代码最多 32 个字符。' },
  accountTooLong: { en: 'An account name has at most 100 characters.', zh: '账号最多 100 个字符。' },
  passwordTooLong: { en: 'A password has at most 200 characters.', zh: '密码最多 200 个字符。' },
  invalidToken: {
    en: 'This refresh token is not valid, or no longer: sign in again.',
    zh: '登录已失效，请重新登录。',
  },
  wrongCurrent: { en: 'This is not your current password.', zh: '现有密码不正确。' },
  postAhead: phrase({
    en: 'The password is right, but your post begins only at {instant}.',
    zh: '密码正确，但您的任职从{instant}才开始。',
  }),
  deviceTooLong: { en: 'The name of a place has at most 60 characters.', zh: '登录地点名称最多 60 个字。' },
} satisfies WordsPart;
