import type { Words, WordsPart } from '#graphql';
import { MotionState } from './motion.entity.js';

export const MOTION_STATES = {
  [MotionState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [MotionState.OPEN]: { en: 'being voted on', zh: '表决中' },
  [MotionState.CARRIED]: { en: 'carried', zh: '已通过' },
  [MotionState.LOST]: { en: 'lost', zh: '未通过' },
  [MotionState.NO_QUORUM]: { en: 'without quorum', zh: '未达法定人数' },
  [MotionState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<MotionState, Words>;

export const MOTION_WORDS = {
  textNeeded: { en: 'Say what is to be decided.', zh: '请填写表决内容。' },
  textTooLong: { en: 'A motion has at most 1,000 characters.', zh: '表决内容最多 1000 个字。' },
  nobodyAsked: { en: 'At least one was asked.', zh: '征求意见的户数至少为 1。' },
  tooManyAsked: { en: 'At most 1,000,000 were asked.', zh: '征求意见的户数最多 1000000。' },
  notNegative: { en: 'It is a count from 0 on.', zh: '数量不能小于 0。' },
  moreThanAsked: {
    en: 'No more have answered than were asked.',
    zh: '同意与不同意之和不能超过征求意见的户数。',
  },
  consentAlone: {
    en: 'The vote is open: only the consent from outside is still corrected.',
    zh: '表决已开始，只能更正会外征求意见的结果。',
  },
} satisfies WordsPart;
