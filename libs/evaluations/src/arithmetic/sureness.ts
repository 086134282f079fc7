import type { Fraction } from 'fraction.js';
import { type Ranked, rankAll } from './ranking.js';
import { type PanelTally, type ReadRules, recountPanel, scoreNomination } from './tally.js';

/** What would become of the first three ranks if any one counted sheet were left out, each once, by the same rules. */
export interface Sureness {
  /** Counted sheets, each of which was left out once. */
  readonly tried: number;
  /** With so many of them left out others would be among the first three. */
  readonly otherFirstThree: number;
  /** With so many more the same would be, on other ranks. */
  readonly otherOrder: number;
}

/** A panel that loses a sheet may fall below the minimum; it is then left out, as the rules say. */
export function findSureness(
  rules: ReadRules,
  tallies: ReadonlyMap<string, readonly PanelTally[]>,
  scores: ReadonlyMap<string, Fraction | null>,
): Sureness {
  const first = ranksUpTo(3, scores);
  // One nomination alone moves at a time, so nobody else comes up from behind the fourth.
  const near = new Map(ranksUpTo(4, scores).map(({ nominationId, score }) => [nominationId, score]));
  const counts = { tried: 0, otherFirstThree: 0, otherOrder: 0 };
  for (const [nominationId, panels] of tallies) {
    for (const score of scoresWithoutOne(rules, panels)) {
      const then = ranksUpTo(3, new Map([...near, [nominationId, score]]));
      counts.tried += 1;
      if (!isSame(idsOf(first), idsOf(then))) counts.otherFirstThree += 1;
      else if (!isSame(placesOf(first), placesOf(then))) counts.otherOrder += 1;
    }
  }
  return counts;
}

function* scoresWithoutOne(rules: ReadRules, panels: readonly PanelTally[]): Generator<Fraction | null> {
  for (const [at, panel] of panels.entries()) {
    if (!panel.scored) continue;
    for (const left of panel.sheets.keys()) {
      const sheets = panel.sheets.toSpliced(left, 1);
      yield scoreNomination(panels.with(at, recountPanel(rules, panel, sheets)));
    }
  }
}

function ranksUpTo(last: number, scores: ReadonlyMap<string, Fraction | null>): Ranked[] {
  return rankAll(scores).filter(({ rank }) => rank <= last);
}

function idsOf(ranked: readonly Ranked[]): string[] {
  return ranked.map(({ nominationId }) => nominationId).toSorted();
}

function placesOf(ranked: readonly Ranked[]): string[] {
  return ranked.map(({ nominationId, rank }) => `${rank} ${nominationId}`);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
