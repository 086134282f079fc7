import type { WordsPart } from '#graphql';

/** Why a sign-in at a provider outside does not begin, or does not end well. */
export const OIDC_WORDS = {
  regionForm: { en: 'Name the code of one region.', zh: '请给出一个区县代码。' },
  challengeForm: {
    en: 'Give the SHA-256 of your verifier in base64url: 43 letters, digits, - or _.',
    zh: '请给出校验串的 SHA-256（base64url，43 个字符）。',
  },
  notBegun: {
    en: 'This sign-in was not begun in this browser, is over, or has been used: begin again.',
    zh: '此登录并非在本浏览器中发起、已超时或已使用，请重新登录。',
  },
  failed: {
    en: 'The provider did not confirm who you are: begin again.',
    zh: '外部平台未能确认您的身份，请重新登录。',
  },
  away: {
    en: 'The provider does not answer: try again shortly, or sign in with your password.',
    zh: '外部平台暂无响应，请稍后再试，或用密码登录。',
  },
} satisfies WordsPart;
