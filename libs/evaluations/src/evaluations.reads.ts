import { JUDGE_ASSIGNMENT_READS } from './assignment/judge-assignment.reads.js';
import { JUDGING_ROLL_READS } from './assignment/judging-roll.reads.js';
import { EVALUATION_JUDGE_READS } from './judge/evaluation-judge.reads.js';
import { JUDGE_CONFLICT_READS } from './judge/judge-conflict.reads.js';
import { NOMINATION_TYPES } from './nomination/nomination.reads.js';
import { EVALUATION_OBJECTION_TYPES } from './objection/evaluation-objection.reads.js';
import { RECOGNITION_TYPES } from './recognition/recognition.reads.js';
import { EVALUATION_RESULT_TYPES } from './result/evaluation-result.reads.js';
import { EVALUATION_ROUND_TYPES } from './round/evaluation-round.reads.js';
import { SCORE_SHEET_READS } from './sheet/score-sheet.reads.js';

/** How everything that this library knows is read. */
export const EVALUATIONS_READ_TYPES = [
  ...EVALUATION_OBJECTION_TYPES,
  ...EVALUATION_RESULT_TYPES,
  ...EVALUATION_ROUND_TYPES,
  ...NOMINATION_TYPES,
  ...RECOGNITION_TYPES,
  EVALUATION_JUDGE_READS,
  JUDGE_ASSIGNMENT_READS,
  JUDGE_CONFLICT_READS,
  JUDGING_ROLL_READS,
  SCORE_SHEET_READS,
];
