import type { Fraction } from 'fraction.js';
import type { CountingRules, OpenRound, OpenSheet } from './counting-rules.js';
import { readDecimal, sumOf } from './exact.js';
import { EvaluationPanelKind } from './evaluation-panel-kind.js';
import { type PanelScore, scorePanel } from './panel-score.js';

/** The rules with their numbers read, each list in its own order. */
export interface ReadRules {
  readonly minimumSheets: number;
  readonly criteria: readonly { readonly position: number; readonly weight: Fraction }[];
  readonly panels: readonly { readonly kind: EvaluationPanelKind; readonly weight: Fraction }[];
}

/** The sheets of one panel for one nomination. */
export interface PanelTally {
  readonly kind: EvaluationPanelKind;
  readonly weight: Fraction;
  readonly sheets: readonly (readonly Fraction[])[];
  readonly setAside: number;
  /** Null for a panel that is left out. */
  readonly scored: PanelScore | null;
}

const KINDS = Object.values(EvaluationPanelKind);

export function readRules({ minimumSheets, criteria, panels }: CountingRules): ReadRules {
  return {
    minimumSheets,
    criteria: criteria
      .map(({ position, weight }) => ({ position, weight: readDecimal(weight) }))
      .toSorted((one, other) => one.position - other.position),
    panels: panels
      .map(({ kind, weight }) => ({ kind, weight: readDecimal(weight) }))
      .toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)),
  };
}

/**
 * The panels of each nomination.
 * @throws RangeError for a sheet of a nomination or panel that is not in the round, or without a score for each criterion
 */
export function tallyAll(rules: ReadRules, { nominationIds, sheets }: OpenRound): Map<string, PanelTally[]> {
  const own = new Map(nominationIds.map((id): [string, OpenSheet[]] => [id, []]));
  for (const sheet of sheets) {
    expectFits(rules, sheet);
    const those = own.get(sheet.nominationId);
    if (!those) throw new RangeError(`Nomination ${sheet.nominationId} is not in the round.`);
    those.push(sheet);
  }
  return new Map(
    [...own].map(([id, all]) => [id, rules.panels.map((panel) => tallyPanel(rules, panel, all))]),
  );
}

/** The panel as the rules count it with these sheets. */
export function recountPanel(
  rules: ReadRules,
  panel: Omit<PanelTally, 'scored'>,
  sheets: PanelTally['sheets'],
): PanelTally {
  const weights = rules.criteria.map(({ weight }) => weight);
  const scored = sheets.length < rules.minimumSheets ? null : scorePanel(weights, sheets);
  return { ...panel, sheets, scored };
}

/** The panels that count, by their weights among each other; null when none does. */
export function scoreNomination(panels: readonly PanelTally[]): Fraction | null {
  const counting = panels.flatMap(({ weight, scored }) => (scored ? { weight, score: scored.score } : []));
  if (counting.length === 0) return null;
  const whole = sumOf(counting.map(({ weight }) => weight));
  return sumOf(counting.map(({ weight, score }) => weight.mul(score))).div(whole);
}

function tallyPanel(
  rules: ReadRules,
  { kind, weight }: ReadRules['panels'][number],
  all: readonly OpenSheet[],
): PanelTally {
  const own = all.filter(({ panelKind }) => panelKind === kind);
  const counted = own.filter(({ isSetAside }) => !isSetAside);
  const panel = { kind, weight, sheets: [], setAside: own.length - counted.length };
  return recountPanel(
    rules,
    panel,
    counted.map(({ scores }) => scores.map(readDecimal)),
  );
}

function expectFits({ criteria, panels }: ReadRules, { panelKind, isSetAside, scores }: OpenSheet): void {
  if (!panels.some(({ kind }) => kind === panelKind))
    throw new RangeError(`There is no panel ${panelKind} in the round.`);
  if (!isSetAside && scores.length !== criteria.length)
    throw new RangeError(`A sheet has ${scores.length} scores for ${criteria.length} criteria.`);
}
