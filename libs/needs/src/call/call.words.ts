import { chatLine, type ChatPart, type WordsPart } from '#graphql';

export const CALL_WORDS = {
  notUrgent: {
    en: 'It is not urgent: ask units instead of calling them.',
    zh: '该需求并非紧急求助，请改用对接。',
  },
  staysUrgent: {
    en: 'Units have been called: it stays urgent.',
    zh: '紧急求助已发出，不能改为非紧急。',
  },
} satisfies WordsPart;

export const CALL_CHAT = {
  headline: chatLine('【紧急求助】{unit}：{title}'),
  what: chatLine('情况：{what}'),
  location: chatLine('地点：{location}'),
  wanted: chatLine('急需：{kinds}'),
  called: chatLine('求助时间：{at}'),
  accepted: chatLine('{unit}已响应（{at}）'),
  arrived: chatLine('{unit}已到场（{at}）'),
  finished: chatLine('{unit}已处置完毕（{at}）'),
  still: chatLine('还需{left}家，能够前往的单位请立即答复。'),
  aUnit: '共建单位',
} satisfies ChatPart;
