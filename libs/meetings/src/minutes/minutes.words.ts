import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { MinutesState } from './minutes.entity.js';

export const MINUTES_STATES = {
  [MinutesState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [MinutesState.PUBLISHED]: { en: 'published', zh: '已发布' },
} satisfies Record<MinutesState, Words>;

/** Characters of one part. */
export const LONGEST_PART = 10_000;

export const MINUTES_WORDS = {
  partTooLong: { en: 'A part has at most 10,000 characters.', zh: '每部分最多 10000 个字。' },
  nameTooLong: { en: 'A name has at most 60 characters.', zh: '姓名最多 60 个字。' },
  tooManyItems: { en: 'At most 100 items at once.', zh: '一次最多 100 个议题。' },
  tooManyUnits: { en: 'At most 100 units at once.', zh: '一次最多选择 100 个单位。' },
  whatNeeded: { en: 'Say what is put right.', zh: '请填写更正内容。' },
  whatTooLong: { en: 'A correction has at most 2,000 characters.', zh: '更正内容最多 2000 个字。' },
  whyNeeded: { en: 'Say why.', zh: '请填写原因。' },
  whyTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  requestNeeded: { en: 'Say what should be put right.', zh: '请填写需要更正的内容。' },
  requestTooLong: { en: 'A request has at most 2,000 characters.', zh: '更正意见最多 2000 个字。' },
  draftedAlready: { en: 'Its minutes are drafted already: edit them.', zh: '会议纪要已起草，请直接编辑。' },
  answeredItself: {
    en: 'That unit has answered itself: only it can change that.',
    zh: '该单位已自行答复，只能由其本单位更改。',
  },
  publishedAlready: {
    en: 'They are published already: what is wrong in them is put right by a correction.',
    zh: '会议纪要已发布，如有错误请发布更正。',
  },
  closeFirst: { en: 'The meeting goes on: close it first.', zh: '会议仍在进行，请先结束会议。' },
  nothingAsked: {
    en: 'That unit asks for no correction now.',
    zh: '该单位目前没有提出更正意见。',
  },
} satisfies WordsPart;

export const MINUTES_CHAT = {
  published: chatLine('【会议纪要】{network}{kind}：{title}'),
  corrected: chatLine('【会议纪要更正】{network}{kind}：{title}'),
  number: chatLine('编号：{number}'),
  items: '会议议题：',
  item: chatLine('第{place}项：{title}'),
  itemPutOff: chatLine('第{place}项：{title}（延期）'),
  motions: '表决结果：',
  motion: chatLine('{text}（结果：{outcome}）'),
  actions: '行动事项：',
  action: chatLine('{unit}：{what}（完成时限：{day}）'),
  more: chatLine('另有{count}项，请登录平台查看。'),
  correction: chatLine('第{number}次更正：{what}'),
  why: chatLine('原因：{why}'),
  confirm: '请各单位登录平台确认会议纪要，或提出更正意见。',
  confirmAgain: '请登录平台查看，提出过更正意见的单位请重新确认。',
} satisfies ChatPart;
