import type { Words, WordsPart } from '#graphql';
import { ObjectionState } from './objection.entity.js';

export const OBJECTION_STATES = {
  [ObjectionState.OPEN]: { en: 'open', zh: '待答复' },
  [ObjectionState.ANSWERED]: { en: 'answered', zh: '已答复' },
  [ObjectionState.SETTLED]: { en: 'settled', zh: '已同意' },
  [ObjectionState.UPHELD]: { en: 'upheld', zh: '保留意见' },
  [ObjectionState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<ObjectionState, Words>;

export const OBJECTION_WORDS = {
  textNeeded: { en: 'Say what there is to say.', zh: '请填写内容。' },
  textTooLong: { en: 'It has at most 1,000 characters.', zh: '内容最多 1000 个字。' },
  labelTooLong: { en: 'A label has at most 40 characters.', zh: '标记最多 40 个字。' },
  tooMany: { en: 'At most 200 objections at once.', zh: '一次最多记录 200 条异议。' },
  tooFew: { en: 'At least one objection.', zh: '至少一条异议。' },
  moreLabels: { en: 'There are more labels than objections.', zh: '标记多于异议条数。' },
  objectsAlready: { en: 'Your unit objects to it already.', zh: '本单位已对该事项提出异议。' },
  answerFirst: { en: 'It is not answered yet: answer it first.', zh: '该异议尚未答复，请先答复。' },
  inTheFuture: { en: 'It was today or earlier.', zh: '日期不得晚于今天。' },
} satisfies WordsPart;
