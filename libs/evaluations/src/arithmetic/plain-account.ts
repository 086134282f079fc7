import { EvaluationPanelKind } from './evaluation-panel-kind.js';
import {
  add,
  hundredths,
  inLowestTerms,
  type PlainRound,
  type Ratio,
  shownPlainly,
  times,
} from './plain-round.js';

const KINDS = [
  EvaluationPanelKind.COMMITTEE,
  EvaluationPanelKind.PARTNER_UNITS,
  EvaluationPanelKind.RESIDENTS,
];

/** What the account of a nomination must say, taken from the sheets by the plain count. */
export function accountPlainly(round: PlainRound, nominationId: string): unknown {
  const { rules } = round;
  const score = round.score(nominationId);
  return {
    minimumSheets: rules.minimumSheets,
    panels: KINDS.flatMap((kind) =>
      rules.panels
        .filter((panel) => panel.kind === kind)
        .map((panel) => panelPlainly(round, nominationId, panel)),
    ),
    score: score && figure(score),
  };
}

function panelPlainly(
  round: PlainRound,
  nominationId: string,
  { kind, weight }: PlainRound['rules']['panels'][number],
): unknown {
  const { minimumSheets, criteria } = round.rules;
  const counting = round.panelsThatCount(nominationId);
  const sheetsCounted = round.sheetsOf(nominationId, kind).length;
  const sheetsSetAside = round.sheetsOf(nominationId, kind, true).length;
  const facts = { kind, weight: plain(weight), sheetsCounted, sheetsSetAside };
  if (!counting.some((panel) => panel.kind === kind)) {
    const leftOut = sheetsCounted + sheetsSetAside >= minimumSheets ? 'SET_ASIDE' : 'TOO_FEW_SHEETS';
    return { ...facts, leftOut, effectiveWeight: null, criteria: [], subtotal: null };
  }
  const whole = counting.reduce((sum, panel) => sum + hundredths(panel.weight), 0n);
  const share: Ratio = [hundredths(weight), whole];
  const worked = criteria
    .toSorted((one, other) => one.position - other.position)
    .map((criterion, at) => {
      const mean = round.mean(nominationId, kind, criterion.position);
      const product = times(share, [hundredths(criterion.weight), 10_000n], mean);
      const scores = scoresPlainly(round.sheetsOf(nominationId, kind).map((sheet) => sheet.scores[at] ?? 0n));
      const { position } = criterion;
      return {
        product,
        shown: {
          position,
          weight: plain(criterion.weight),
          scores,
          mean: figure(mean),
          product: figure(product),
        },
      };
    });
  return {
    ...facts,
    leftOut: null,
    effectiveWeight: figure(times(share, [100n, 1n])),
    criteria: worked.map(({ shown }) => shown),
    subtotal: figure(worked.map(({ product }) => product).reduce(add)),
  };
}

function scoresPlainly(scores: readonly bigint[]): unknown {
  const sorted = scores.toSorted((one, other) => (one < other ? -1 : 1));
  return sorted.map((score, at) => ({
    score: plainHundredths(score),
    isTrimmed: sorted.length > 4 && (at === 0 || at === sorted.length - 1),
  }));
}

function figure(ratio: Ratio): unknown {
  return { exact: inLowestTerms(ratio), shown: shownPlainly(ratio) };
}

function plain(decimal: string): string {
  return plainHundredths(hundredths(decimal));
}

/** `7.50` is 7.5, `80.00` is 80. */
function plainHundredths(value: bigint): string {
  return shownPlainly([value, 100n]).replace(/\.?0+$/, '');
}
