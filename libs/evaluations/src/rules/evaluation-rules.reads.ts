import { readsOf } from '#reads';
import { EvaluationAward } from './evaluation-award.entity.js';
import { EvaluationCriterion } from './evaluation-criterion.entity.js';
import { EvaluationPanel } from './evaluation-panel.entity.js';
import { EvaluationRules } from './evaluation-rules.entity.js';

export const EVALUATION_RULES_READS = readsOf(EvaluationRules, 'EvaluationRules', () => ({}));
export const EVALUATION_CRITERION_READS = readsOf(EvaluationCriterion, 'EvaluationCriterion', () => ({}));
export const EVALUATION_PANEL_READS = readsOf(EvaluationPanel, 'EvaluationPanel', () => ({}));
export const EVALUATION_AWARD_READS = readsOf(EvaluationAward, 'EvaluationAward', () => ({}));
