import type { EvaluationAward } from './evaluation-award.entity.js';
import type { EvaluationCriterion } from './evaluation-criterion.entity.js';
import type { EvaluationPanel } from './evaluation-panel.entity.js';
import type {
  EvaluationAwardInput,
  EvaluationCriterionInput,
  EvaluationPanelInput,
  EvaluationScaleInput,
} from './evaluation-rules.inputs.js';
import type { EvaluationRules } from './evaluation-rules.entity.js';

/** The rules of a round as a whole, before they are written. */
export interface RulesDraft {
  readonly scale: Pick<EvaluationRules, 'scaleMin' | 'scaleMax' | 'scaleStep'>;
  readonly sheets: Pick<EvaluationRules, 'minimumSheets' | 'sheetsPerPanel'>;
  readonly criteria: readonly Pick<EvaluationCriterion, 'position' | 'name' | 'description' | 'weight'>[];
  readonly panels: readonly Pick<EvaluationPanel, 'kind' | 'weight'>[];
  readonly awards: readonly Pick<
    EvaluationAward,
    'position' | 'name' | 'places' | 'minScore' | 'points' | 'coHostPoints'
  >[];
}

/** What of the rules is said; what is left out stays as it is. */
export interface RulesSaid {
  readonly scale?: EvaluationScaleInput | null;
  readonly minimumSheets?: number | null;
  readonly sheetsPerPanel?: number | null;
  readonly criteria?: readonly EvaluationCriterionInput[] | null;
  readonly panels?: readonly EvaluationPanelInput[] | null;
  readonly awards?: readonly EvaluationAwardInput[] | null;
}

export const LEAST_SHEETS = 3;
export const MOST_SHEETS = 50;

/** So many more than the minimum are proposed: one that is set aside leaves the panel standing, and from five on are trimmed. */
const SPARE_SHEETS = 2;

/** Scores from 0 to 100, at least three sheets of a panel, and nothing said of who judges what. */
const PLAIN_RULES: Omit<RulesDraft, 'sheets'> = {
  scale: { scaleMin: '0.00', scaleMax: '100.00', scaleStep: '1.00' },
  criteria: [],
  panels: [],
  awards: [],
};

/** Rules of which nothing else was said. */
export function draftRules(said: RulesSaid): RulesDraft {
  const minimumSheets = said.minimumSheets ?? LEAST_SHEETS;
  const sheets = { minimumSheets, sheetsPerPanel: usualSheets(minimumSheets) };
  return withSaid({ ...PLAIN_RULES, sheets }, said);
}

/** The rules with what is said of them. Where the minimum grows above what is proposed, that is chosen anew. */
export function withSaid(rules: RulesDraft, said: RulesSaid): RulesDraft {
  const { scale, criteria, panels, awards } = said;
  const minimumSheets = said.minimumSheets ?? rules.sheets.minimumSheets;
  const proposed = rules.sheets.sheetsPerPanel;
  const fitting = proposed < minimumSheets ? usualSheets(minimumSheets) : proposed;
  const sheetsPerPanel = said.sheetsPerPanel ?? fitting;
  return {
    scale: scale ? scaleOf(scale) : rules.scale,
    sheets: { minimumSheets, sheetsPerPanel },
    criteria: criteria?.map(criterionOf) ?? rules.criteria,
    panels: panels?.map(({ kind, weight }) => ({ kind, weight: asStored(weight) })) ?? rules.panels,
    awards: awards?.map(awardOf) ?? rules.awards,
  };
}

function usualSheets(minimum: number): number {
  return Math.max(minimum, Math.min(minimum + SPARE_SHEETS, MOST_SHEETS));
}

function scaleOf({ min, max, step }: EvaluationScaleInput): RulesDraft['scale'] {
  return { scaleMin: asStored(min), scaleMax: asStored(max), scaleStep: asStored(step) };
}

function criterionOf({ name, description = null, weight }: EvaluationCriterionInput, at: number) {
  return { position: at + 1, name, description, weight: asStored(weight) };
}

function awardOf({ name, places, minScore, points, coHostPoints }: EvaluationAwardInput, at: number) {
  const from = { places: places ?? null, minScore: minScore == null ? null : asStored(minScore) };
  return { position: at + 1, name, ...from, points, coHostPoints };
}

/** With two places, as the database gives it: else an unchanged weight would look changed. */
function asStored(decimal: string): string {
  const [whole = '', places = ''] = decimal.split('.');
  return `${whole}.${places.padEnd(2, '0')}`;
}
