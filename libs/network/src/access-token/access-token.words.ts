import { phrase, type WordsPart } from '#graphql';

export const ACCESS_TOKEN_WORDS = {
  nameTooLong: { en: 'The name of a token has at most 60 characters.', zh: '令牌名称最多 60 个字。' },
  nameBlank: { en: 'Say what the token is for.', zh: '请写明令牌的用途。' },
  tooMany: phrase({
    en: 'A post has at most {most} access tokens: revoke one first.',
    zh: '每个任职最多 {most} 个访问令牌，请先撤销一个。',
  }),
  expiresTooLate: phrase({
    en: 'An access token is valid for at most {most} days: name a day up to {last}.',
    zh: '访问令牌最长有效 {most} 天，请选择不晚于 {last} 的日期。',
  }),
  expiresInPast: {
    en: 'This day is over: name today or a later one.',
    zh: '该日期已过，请选择今天或以后的日期。',
  },
} satisfies WordsPart;
