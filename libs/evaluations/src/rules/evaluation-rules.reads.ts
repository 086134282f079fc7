import { readsOf, sql, type Sql } from '#reads';
import { EvaluationAward } from './evaluation-award.entity.js';
import { EvaluationCriterion } from './evaluation-criterion.entity.js';
import { EvaluationPanel } from './evaluation-panel.entity.js';
import { EvaluationRules } from './evaluation-rules.entity.js';

/** As one says it: 60 and 7.5, wherever it is read. Figures alone have two places. */
const plain = (decimal: Sql): Sql => sql`trim_scale(${decimal})::text`;

export const EVALUATION_RULES_READS = readsOf(EvaluationRules, 'EvaluationRules', (rules) => ({
  scaleMin: rules.sql(({ scaleMin }) => plain(scaleMin)),
  scaleMax: rules.sql(({ scaleMax }) => plain(scaleMax)),
  scaleStep: rules.sql(({ scaleStep }) => plain(scaleStep)),
}));
export const EVALUATION_CRITERION_READS = readsOf(
  EvaluationCriterion,
  'EvaluationCriterion',
  (criterion) => ({
    weight: criterion.sql(({ weight }) => plain(weight)),
  }),
);
export const EVALUATION_PANEL_READS = readsOf(EvaluationPanel, 'EvaluationPanel', (panel) => ({
  weight: panel.sql(({ weight }) => plain(weight)),
}));
export const EVALUATION_AWARD_READS = readsOf(EvaluationAward, 'EvaluationAward', (award) => ({
  minScore: award.sql(({ minScore }) => plain(minScore)),
}));
