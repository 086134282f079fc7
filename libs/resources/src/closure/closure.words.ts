import { chatLine, phrase, type ChatPart, type WordsPart } from '#graphql';

export const CLOSURE_WORDS = {
  reasonNeeded: { en: 'Say why it is closed.', zh: '请填写停用原因。' },
  reasonTooLong: { en: 'A reason has at most 200 characters.', zh: '停用原因最多 200 个字。' },
  messageTooLong: { en: 'A message has at most 500 characters.', zh: '留言最多 500 个字。' },
  endsBeforeStart: { en: 'A closure must end after it starts.', zh: '停用的结束须晚于开始。' },
  endsInThePast: { en: 'A closure must end in the future.', zh: '停用的结束须在现在之后。' },
  tooMany: phrase({
    en: 'An offer has at most {most} closures ahead: lift some first.',
    zh: '每项资源最多有 {most} 段未结束的停用，请先解除一些。',
  }),
  alreadyClosed: {
    en: 'The offer is closed in just that span already.',
    zh: '该资源在同一时段已经停用。',
  },
  isOver: { en: 'This closure is over.', zh: '该段停用已经结束。' },
} satisfies WordsPart;

export const CLOSURE_CHAT = {
  headline: chatLine('【停用通知】{owner}的“{offer}”暂停借用。'),
  time: chatLine('时间：{span}'),
  reason: chatLine('原因：{reason}'),
  aUnit: '共建单位',
} satisfies ChatPart;
