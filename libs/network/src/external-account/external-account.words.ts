import type { WordsPart } from '#graphql';

export const EXTERNAL_ACCOUNT_WORDS = {
  notLinked: {
    en: 'No account of this region is linked with this identity: sign in with your password and link it first.',
    zh: '本区县没有账号与此身份关联，请先用密码登录并关联。',
  },
  notAllowed: {
    en: 'No network of this unit lets accounts be opened without a password: set one with `setPassword`, then link. The code is still good.',
    zh: '本单位所在网络未开放凭外部账号开户：请先用此口令设置密码，再关联。口令仍然有效。',
  },
  taken: {
    en: 'This identity is linked with another account.',
    zh: '此身份已与其他账号关联。',
  },
  other: {
    en: 'Your account is linked with another identity of this provider: unlink that one first.',
    zh: '您的账号已与该平台的另一身份关联，请先解除。',
  },
  codeTooLong: { en: 'A sign-in code has at most 2,000 characters.', zh: '登录码最多 2000 个字符。' },
  verifierForm: {
    en: 'A verifier has 43 to 128 letters, digits, -, ., _ or ~.',
    zh: '校验串为 43 到 128 个字母、数字、-、.、_ 或 ~。',
  },
} satisfies WordsPart;
