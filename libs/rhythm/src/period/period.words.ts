import type { Words } from '#graphql';
import { RhythmState } from './judge.js';

/** How a period stands. */
export const RHYTHM_STATES = {
  [RhythmState.MET]: { en: 'held', zh: '已完成' },
  [RhythmState.PLANNED]: { en: 'published', zh: '已安排' },
  [RhythmState.LACKING]: { en: 'nothing yet', zh: '未安排' },
  [RhythmState.WARNED]: { en: 'running out of time', zh: '即将逾期' },
  [RhythmState.LAPSED]: { en: 'lapsed', zh: '已缺' },
  [RhythmState.BEFORE_START]: { en: 'before the network began', zh: '网络成立之前' },
} satisfies Record<RhythmState, Words>;
