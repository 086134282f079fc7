import { phrase, type WordsPart } from '#graphql';

export const MESSAGES_WORDS = {
  subject: { en: 'Lianjian: what waits and what changed', zh: '联建：待办与变动' },
  testSubject: { en: 'Lianjian: a test', zh: '联建：测试消息' },
  codeSubject: { en: 'Lianjian: a code', zh: '联建：验证码' },
  waiting: { en: 'New to do:', zh: '新的待办：' },
  due: { en: 'Due by the next working day:', zh: '下一工作日前到期：' },
  changed: { en: 'What changed:', zh: '有变动：' },
  more: phrase({ en: '· and {count} more', zh: '· 另有 {count} 件' }),
  unknownNetwork: { en: 'a network', zh: '共建网络' },
  recordedForUnit: {
    en: 'The committee recorded this for your unit: correct it if it is not so.',
    zh: '居委会已为贵单位代办，如有不符请更正。',
  },
  test: {
    en: 'This is a test: messages for your post arrive here.',
    zh: '这是一条测试消息：您的任职消息将发送到这里。',
  },
  code: phrase({
    en: 'The code for this address is {code}. It is good for an hour. If you did not ask for it, do nothing.',
    zh: '此邮箱的验证码为 {code}，一小时内有效。若非本人操作，请忽略。',
  }),
  mailNotOffered: { en: 'This server sends no mail.', zh: '本平台未开通邮件。' },
  mailForm: {
    en: 'This is one mail address without quotation marks, of at most 254 characters.',
    zh: '须为一个不含引号的邮箱地址，最多 254 个字符。',
  },
  robotForm: {
    en: 'This is the address of a robot as its chat shows it.',
    zh: '须为群聊中显示的机器人地址。',
  },
  secretForm: { en: 'A secret has at most 200 characters.', zh: '密钥最多 200 个字符。' },
  quietForm: {
    en: 'Quiet hours are two different times of the day, before 24:00.',
    zh: '免打扰须为两个不同的时刻，且早于 24:00。',
  },
  topicTwice: { en: 'Each topic stands once.', zh: '每个主题只列一次。' },
  tooManyCodes: {
    en: 'Too many codes were asked for. Try again tomorrow.',
    zh: '索取验证码过多，请明天再试。',
  },
  tooManyTests: {
    en: 'Too many tests were sent. Try again in an hour.',
    zh: '测试消息过多，请一小时后再试。',
  },
} satisfies WordsPart;
