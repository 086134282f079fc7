import { phrase, type WordsPart } from './words.js';

/** What this library says of values, pages, documents and bodies. */
export const GRAPHQL_WORDS = {
  fieldProblem: phrase({ en: '{path}: {problem}', zh: '{path}：{problem}' }),
  badToken: {
    en: 'This token is not valid, or no longer; sign in again.',
    zh: '令牌无效或已失效，请重新登录。',
  },
  signInEnded: {
    en: 'This sign-in is no longer valid: the post was revoked, has ended, or the session was signed out; of an access token, it was revoked or has expired.',
    zh: '登录已失效：任职已撤销或到期，会话已退出，或访问令牌已撤销或到期，请重新登录。',
  },
  tokenOnlyReads: {
    en: 'This access token only reads: take one with READ_WRITE, or sign in yourself.',
    zh: '此访问令牌只能读取，请使用可读写的令牌，或由本人登录办理。',
  },
  ownSignInNeeded: {
    en: 'This is not done with an access token: sign in yourself.',
    zh: '此操作不能使用访问令牌，请由本人登录办理。',
  },

  documentIdForm: {
    en: 'A documentId is sha256: and 64 hexadecimal digits.',
    zh: 'documentId 写作 sha256: 加 64 位十六进制数字。',
  },
  documentIdOfAnother: {
    en: 'This documentId is that of another document than query: send one of the two.',
    zh: 'documentId 与 query 不是同一个文档，请只发送其一。',
  },

  bodyMissing: { en: 'The body is missing.', zh: '缺少请求正文。' },
  bodyMalformed: phrase({ en: 'The body is not valid {format}.', zh: '请求正文不是有效的 {format}。' }),
  bodyTooLarge: phrase({ en: 'The body may have at most {most} KiB.', zh: '请求正文最多 {most} KiB。' }),
  queryStringMalformed: {
    en: 'The query string is not valid UTF-8.',
    zh: '查询字符串不是有效的 UTF-8。',
  },
  addressMalformed: { en: 'The address is malformed.', zh: '地址格式有误。' },
  addressTooLong: { en: 'The address is too long.', zh: '地址过长。' },
  nothingThere: { en: 'There is nothing at this address.', zh: '此地址没有内容。' },
  otherMethods: phrase({ en: 'This address takes {methods}.', zh: '此地址只接受 {methods}。' }),

  speaksForSuspended: {
    en: 'This unit is suspended in your network: nothing can be recorded for it.',
    zh: '该单位在本网络已被暂停，不能代办。',
  },
  speaksForItself: {
    en: 'A committee speaks for itself: leave onBehalfOf out.',
    zh: '居委会自己的事项无须代办，请去掉 onBehalfOf。',
  },
  committeeRecords: {
    en: 'Only a committee records what another unit has said.',
    zh: '只有居委会可以代其他单位办理。',
  },

  keyForm: { en: 'A key has 1 to 255 visible ASCII characters.', zh: '键为 1 到 255 个可见 ASCII 字符。' },
  keyForOneField: {
    en: 'A request with a key holds exactly one mutation field.',
    zh: '带键的请求须恰好含一个变更字段。',
  },
  keyAtWork: phrase({
    en: 'The first request with this {header} is still at work.',
    zh: '使用同一 {header} 的首个请求仍在处理中。',
  }),
  keyOfAnother: { en: 'Another request was sent with this key.', zh: '此键已用于另一个请求。' },
  keyAnswered: { en: 'This request has been answered.', zh: '此请求已有答复。' },

  overSocket: phrase({
    en: 'A subscription goes over a WebSocket to {path}, with the sub-protocol graphql-transport-ws.',
    zh: '订阅须通过 WebSocket 连接 {path}，子协议为 graphql-transport-ws。',
  }),
  subscriptionIsWhole: {
    en: 'The field of a subscription takes no @skip and no @include: leave the subscription out instead.',
    zh: '订阅的根字段不能带 @skip 或 @include：不需要时请不要订阅。',
  },
  onlySubscriptions: {
    en: 'Over a WebSocket one subscribes; send queries and mutations by POST to the same address.',
    zh: 'WebSocket 只用于订阅；查询和变更请以 POST 发送到同一地址。',
  },
  whichOperation: {
    en: 'The document holds no such operation, or several: name one.',
    zh: '文档中没有此操作，或有多个操作：请指明其一。',
  },
  tooManySubscriptions: phrase({
    en: 'At most {most} subscriptions at a time; end one first.',
    zh: '同时最多 {most} 个订阅，请先结束一个。',
  }),
  tooManyWatched: {
    en: 'Too many subscriptions are open here; come again later.',
    zh: '此处打开的订阅过多，请稍后再试。',
  },
  tooManySockets: {
    en: 'Too many WebSockets are open; come again later, or subscribe over one that is.',
    zh: '打开的 WebSocket 过多，请稍后再试，或使用已有的连接订阅。',
  },

  tooDear: phrase({
    en: 'This would cost {cost}; at most {most} is allowed. Ask for fewer things.',
    zh: '本次查询的开销为 {cost}，上限为 {most}，请减少查询内容。',
  }),
  tooDeep: phrase({ en: 'A document may be at most {most} deep.', zh: '查询最多嵌套 {most} 层。' }),
  tooManyAliases: phrase({
    en: 'A document may have at most {most} aliases.',
    zh: '查询最多使用 {most} 个别名。',
  }),
  tooManyDirectives: phrase({
    en: 'A document may have at most {most} directives.',
    zh: '查询最多使用 {most} 个指令。',
  }),
  tooManySelections: {
    en: 'The document selects too much through its fragments.',
    zh: '查询通过片段选择的内容过多。',
  },
  listTooLong: phrase({ en: 'A list may have at most {most} items.', zh: '列表最多 {most} 项。' }),
  listOfTooLong: phrase({
    en: 'A list may have at most {most} items; this has {count}.',
    zh: '列表最多 {most} 项，现有 {count} 项。',
  }),
  nestedTooDeep: phrase({ en: 'Input may nest at most {most} deep.', zh: '输入最多嵌套 {most} 层。' }),
  required: { en: 'This must be given.', zh: '必填。' },

  pageSize: phrase({ en: 'This must be between 1 and {most}.', zh: '须在 1 到 {most} 之间。' }),
  firstOrLast: { en: 'Give either first or last, not both.', zh: 'first 与 last 只能给出一个。' },
  beforeWithLast: { en: 'before goes with last.', zh: 'before 须与 last 同用。' },
  afterWithFirst: { en: 'after goes with first.', zh: 'after 须与 first 同用。' },
  foreignCursor: {
    en: 'This is no cursor of this list in this order.',
    zh: '这不是本列表在此排序下的游标。',
  },
  nameTooLong: { en: 'A name has at most 60 characters.', zh: '姓名最多 60 个字。' },
  phoneForm: {
    en: 'A phone number has 3 to 30 digits, spaces, brackets or hyphens.',
    zh: '电话号码为 3 到 30 位数字、空格、括号或连字符。',
  },
  versionFromOne: { en: 'Versions count from 1.', zh: '版本号从 1 起。' },

  holdsNul: { en: 'Text must not hold the NUL character.', zh: '文本不能含空字符（NUL）。' },
  holdsHalfCharacter: {
    en: 'Text must not hold half of a surrogate pair.',
    zh: '文本不能含半个代理对字符。',
  },
  holdsHidden: {
    en: 'Text must not hold invisible characters, nor such as turn the direction of reading.',
    zh: '文本不能含不可见字符或改变阅读方向的字符。',
  },
  oneLine: { en: 'This is one line, without breaks or tabs.', zh: '此项只写一行，不能含换行或制表符。' },
  textTooLong: phrase({
    en: 'Text may have at most {most} characters; this has {count}.',
    zh: '文本最多 {most} 个字符，现有 {count} 个。',
  }),
  dateTimeForm: {
    en: 'An instant is written like 2027-03-01T09:00:00+08:00, with an offset or Z, to the millisecond at most.',
    zh: '时间写作 2027-03-01T09:00:00+08:00，须带时差或 Z，最多精确到毫秒。',
  },
  noSuchTime: phrase({ en: 'There is no time {time}.', zh: '没有 {time} 这个时间。' }),
  noSuchOffset: { en: 'There is no such offset.', zh: '没有这样的时差。' },
  dateForm: { en: 'A day is written YYYY-MM-DD.', zh: '日期写作 YYYY-MM-DD。' },
  dateAsText: { en: 'A day is written as text: YYYY-MM-DD.', zh: '日期以文本书写：YYYY-MM-DD。' },
  yearOutOfRange: phrase({
    en: 'The year {year} is not between 1900 and 2200.',
    zh: '年份 {year} 不在 1900 到 2200 之间。',
  }),
  noSuchMonth: phrase({ en: 'There is no month {month}.', zh: '没有 {month} 月。' }),
  noSuchDay: phrase({
    en: 'There is no {day}: that month has {last} days.',
    zh: '没有 {day} 这一天：该月只有 {last} 天。',
  }),
  quarterForm: {
    en: 'A quarter is written YYYY-Q1, YYYY-Q2, YYYY-Q3 or YYYY-Q4.',
    zh: '季度写作 YYYY-Q1、YYYY-Q2、YYYY-Q3 或 YYYY-Q4。',
  },
  quarterAsText: {
    en: 'A quarter is written as text, like 2026-Q4.',
    zh: '季度以文本书写，例如 2026-Q4。',
  },
  timeOfDayForm: { en: 'A time of day is written HH:MM.', zh: '时刻写作 HH:MM。' },
  timeOfDayAsText: { en: 'A time of day is written as text: HH:MM.', zh: '时刻以文本书写：HH:MM。' },
  timeOfDayRange: {
    en: 'A time of day lies between 00:00 and 24:00.',
    zh: '时刻须在 00:00 到 24:00 之间。',
  },
  decimalForm: {
    en: 'A decimal is written like 45 or 45.0, without exponent.',
    zh: '小数写作 45 或 45.0，不用指数。',
  },
  decimalAsText: {
    en: 'A decimal is written as text, like "45.0", or as a number.',
    zh: '小数以文本（如 "45.0"）或数字书写。',
  },
  tooManyDigits: phrase({
    en: 'A decimal has at most {most} digits; this has {count}.',
    zh: '小数最多 {most} 位数字，现有 {count} 位。',
  }),

  unstorableText: {
    en: 'The text holds a character that cannot be stored.',
    zh: '文本含有无法保存的字符。',
  },
  malformedValue: { en: 'A value is malformed or out of range.', zh: '有值格式不对或超出范围。' },
  wrongState: phrase({
    en: 'This cannot be done while it is {state}.',
    zh: '当前状态为“{state}”，不能这样操作。',
  }),
} satisfies WordsPart;
