import { JudgeAssignment } from './assignment/judge-assignment.entity.js';
import { JudgingRoll } from './assignment/judging-roll.entity.js';
import { EvaluationJudge } from './judge/evaluation-judge.entity.js';
import { JudgeConflict } from './judge/judge-conflict.entity.js';
import { NominationFact } from './nomination/nomination-fact.entity.js';
import { Nomination } from './nomination/nomination.entity.js';
import { EvaluationObjection } from './objection/evaluation-objection.entity.js';
import { Recognition } from './recognition/recognition.entity.js';
import { CountedSheets } from './result/counted-sheets.entity.js';
import { EvaluationAccount } from './result/evaluation-account.entity.js';
import { EvaluationResult } from './result/evaluation-result.entity.js';
import { EvaluationStanding } from './result/evaluation-standing.entity.js';
import { EvaluationRound } from './round/evaluation-round.entity.js';
import { EvaluationAward } from './rules/evaluation-award.entity.js';
import { EvaluationCriterion } from './rules/evaluation-criterion.entity.js';
import { EvaluationPanel } from './rules/evaluation-panel.entity.js';
import { EvaluationRules } from './rules/evaluation-rules.entity.js';
import { ScoreSheet } from './sheet/score-sheet.entity.js';

export const EVALUATIONS_ENTITIES = [
  CountedSheets,
  EvaluationAccount,
  EvaluationAward,
  EvaluationCriterion,
  EvaluationJudge,
  EvaluationObjection,
  EvaluationPanel,
  EvaluationResult,
  EvaluationRound,
  EvaluationRules,
  EvaluationStanding,
  JudgeAssignment,
  JudgeConflict,
  JudgingRoll,
  Nomination,
  NominationFact,
  Recognition,
  ScoreSheet,
];
