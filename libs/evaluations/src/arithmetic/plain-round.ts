import type { CountingRules, OpenRound } from './counting-rules.js';
import type { EvaluationPanelKind } from './evaluation-panel-kind.js';

/** A numerator over a positive denominator, never reduced. */
export type Ratio = readonly [bigint, bigint];

export interface PlainSheet {
  readonly nominationId: string;
  readonly panelKind: EvaluationPanelKind;
  readonly isSetAside: boolean;
  /** Hundredths. */
  readonly scores: readonly bigint[];
}

export interface PlainPlace {
  readonly score: Ratio | null;
  readonly rank: number | null;
  readonly awardId: string | null;
}

/**
 * The rules once more, as a sceptic would count who has the sheets, whole numbers and an evening: nothing kept, nothing
 * clever, everything counted anew for each question. The arithmetic of the platform has to agree with it exactly.
 */
export class PlainRound {
  constructor(
    readonly rules: CountingRules,
    readonly nominationIds: readonly string[],
    readonly sheets: readonly PlainSheet[],
  ) {}

  static of(rules: CountingRules, { nominationIds, sheets }: OpenRound): PlainRound {
    const read = sheets.map((sheet) => ({ ...sheet, scores: sheet.scores.map(hundredths) }));
    return new PlainRound(rules, nominationIds, read);
  }

  sheetsOf(nominationId: string, panelKind: EvaluationPanelKind, isSetAside = false): PlainSheet[] {
    return this.sheets.filter(
      (sheet) =>
        sheet.nominationId === nominationId &&
        sheet.panelKind === panelKind &&
        sheet.isSetAside === isSetAside,
    );
  }

  panelsThatCount(nominationId: string): CountingRules['panels'] {
    return this.rules.panels.filter(
      ({ kind }) => this.sheetsOf(nominationId, kind).length >= this.rules.minimumSheets,
    );
  }

  mean(nominationId: string, panelKind: EvaluationPanelKind, position: number): Ratio {
    const at = this.rules.criteria.filter((other) => other.position < position).length;
    const scores = this.sheetsOf(nominationId, panelKind).map((sheet) => sheet.scores[at] ?? 0n);
    const sum = scores.reduce((one, other) => one + other, 0n);
    if (scores.length < 5) return [sum, 100n * BigInt(scores.length)];
    const highest = scores.reduce((one, other) => (one > other ? one : other));
    const lowest = scores.reduce((one, other) => (one < other ? one : other));
    return [sum - highest - lowest, 100n * BigInt(scores.length - 2)];
  }

  score(nominationId: string): Ratio | null {
    const panels = this.panelsThatCount(nominationId);
    if (panels.length === 0) return null;
    const whole = panels.reduce((sum, { weight }) => sum + hundredths(weight), 0n);
    let score: Ratio = [0n, 1n];
    for (const panel of panels) {
      for (const criterion of this.rules.criteria) {
        const mean = this.mean(nominationId, panel.kind, criterion.position);
        score = add(
          score,
          times([hundredths(panel.weight), whole], [hundredths(criterion.weight), 10_000n], mean),
        );
      }
    }
    return score;
  }

  places(): Map<string, PlainPlace> {
    const scores = new Map(this.nominationIds.map((id) => [id, this.score(id)]));
    const higher = (than: Ratio): number =>
      [...scores.values()].filter((other) => other !== null && isLess(than, other)).length;
    return new Map(
      [...scores].map(([id, score]): [string, PlainPlace] => {
        if (!score) return [id, { score, rank: null, awardId: null }];
        const rank = 1 + higher(score);
        return [id, { score, rank, awardId: this.award(rank, score) }];
      }),
    );
  }

  /** How many sheets were left out, with how many others are first to third, and with how many only the order differs. */
  sureness(): { tried: number; otherFirstThree: number; otherOrder: number } {
    const [set, order] = this.firstThree();
    const counted = this.sheets.filter(
      ({ nominationId, panelKind, isSetAside }) =>
        !isSetAside && this.panelsThatCount(nominationId).some(({ kind }) => kind === panelKind),
    );
    const others = counted.map((left) =>
      new PlainRound(
        this.rules,
        this.nominationIds,
        this.sheets.filter((sheet) => sheet !== left),
      ).firstThree(),
    );
    return {
      tried: counted.length,
      otherFirstThree: others.filter((other) => other[0] !== set).length,
      otherOrder: others.filter((other) => other[0] === set && other[1] !== order).length,
    };
  }

  private firstThree(): [string, string] {
    const places = this.places();
    const first = this.nominationIds.filter((id) => (places.get(id)?.rank ?? 4) <= 3).toSorted();
    return [first.join(), first.map((id) => places.get(id)?.rank).join()];
  }

  /** Whoever has rank 3 sits on the third chair, whether or not the second is taken. */
  private award(rank: number, score: Ratio): string | null {
    const tiers = this.rules.awards.toSorted((one, other) => one.position - other.position);
    const chairs = tiers.flatMap(({ id, places, isWithheld }) =>
      Array.from({ length: isWithheld ? 0 : (places ?? 0) }, () => id),
    );
    const given = tiers.filter(({ id, minScore, isWithheld }) => {
      if (isWithheld) return false;
      return minScore === null ? chairs[rank - 1] === id : !isLess(score, [hundredths(minScore), 100n]);
    });
    return given[0]?.id ?? null;
  }
}

export function hundredths(decimal: string): bigint {
  const [whole = '', part = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + part.padEnd(2, '0'));
  return decimal.startsWith('-') ? -value : value;
}

export function times(...factors: readonly Ratio[]): Ratio {
  return factors.reduce(([n, d], [m, e]) => [n * m, d * e]);
}

export function add([n, d]: Ratio, [m, e]: Ratio): Ratio {
  return [n * e + m * d, d * e];
}

function isLess([n, d]: Ratio, [m, e]: Ratio): boolean {
  return n * e < m * d;
}

/** In lowest terms, the divisor being found by Euclid's subtraction of remainders. */
export function inLowestTerms([n, d]: Ratio): string {
  let [divisor, rest] = [d, n < 0n ? -n : n];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return `${n / divisor}/${d / divisor}`;
}

/** The two-place decimals on either side are tried: the nearer one, or the higher of two as near. */
export function shownPlainly([n, d]: Ratio): string {
  let below = (n * 100n) / d;
  if (below * d > n * 100n) below -= 1n;
  const nearest = (n * 100n - below * d) * 2n < d ? below : below + 1n;
  const digits = String(nearest < 0n ? -nearest : nearest).padStart(3, '0');
  return `${nearest < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
