import { phrase, type WordsPart } from '#graphql';

export const WEBHOOKS_WORDS = {
  nameTooLong: { en: 'The name of a webhook has at most 60 characters.', zh: '推送名称最多 60 个字。' },
  nameBlank: { en: 'Say what the webhook is for.', zh: '请写明推送的用途。' },
  urlForm: {
    en: 'This is an https address on port 443 or 8443, at a public name or address, without a password, of at most 500 characters.',
    zh: '须为公网可访问的 https 地址（端口 443 或 8443），不含密码，最多 500 个字符。',
  },
  topicMissing: { en: 'Say of what it is told.', zh: '请至少选择一类事项。' },
  topicTwice: { en: 'Each topic stands once.', zh: '每类事项只列一次。' },
  tooMany: phrase({
    en: 'A network has at most {most} webhooks: remove one first.',
    zh: '每个网络最多 {most} 个推送，请先删除一个。',
  }),
  notActive: {
    en: 'This webhook is paused or switched off: resume it first.',
    zh: '该推送已暂停或停用，请先恢复。',
  },
  tooManyTests: {
    en: 'Too many tests were sent. Try again in an hour.',
    zh: '测试推送过多，请一小时后再试。',
  },
} satisfies WordsPart;
