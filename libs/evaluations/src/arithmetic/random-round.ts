import * as fc from 'fast-check';
import type { AwardTier, CountingRules, OpenRound, OpenSheet } from './counting-rules.js';
import { EvaluationPanelKind } from './evaluation-panel-kind.js';

export interface RandomRound {
  readonly rules: CountingRules;
  readonly round: OpenRound;
}

/** Hundredths: lowest, highest, step. Short scales make ties. */
const SCALES = [
  [0, 10_000, 100],
  [0, 10_000, 500],
  [0, 200, 100],
  [100, 500, 50],
  [-200, 200, 50],
  [-500, -100, 100],
  [6_000, 10_000, 25],
] as const;
const NOMINATIONS = ['n4', 'n1', 'n2', 'n6', 'n3', 'n5'];

const SHARES = [[10_000], [5_000, 5_000], [2_500, 7_500], [4_000, 3_000, 3_000], [3_333, 3_333, 3_334]];

/** Weights in hundredths of a percent that sum to 100; `most` is three or more. */
const weightsOf = (most: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.constantFrom(...SHARES),
    fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: most - 1 }).map((cuts) => {
      const ends = [...cuts.toSorted((one, other) => one - other), 10_000];
      return ends.map((end, at) => end - (ends[at - 1] ?? 0));
    }),
  );

const tier = fc.record({
  places: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
  minScore: fc.nat(999),
  isWithheld: fc.integer({ min: 0, max: 4 }).map((any) => any === 0),
});

const rulesOf = fc.record({
  scale: fc.constantFrom(...SCALES),
  minimumSheets: fc.constantFrom(3, 3, 3, 4, 5),
  criteria: weightsOf(4),
  panels: weightsOf(3),
  kinds: fc.shuffledSubarray(Object.values(EvaluationPanelKind), { minLength: 3 }),
  awards: fc.array(tier, { maxLength: 4 }),
});

/** How many sheets a panel has for a nomination; what they say follows from `seed`, mostly near `mood`. */
const pile = fc.record({
  sheets: fc.constantFrom(0, 2, 3, 3, 4, 5, 5, 6, 7),
  setAside: fc.constantFrom(0, 0, 0, 1, 2, 4),
  seed: fc.nat(),
});
const nomination = fc.record({
  piles: fc.array(pile, { minLength: 3, maxLength: 3 }),
  mood: fc.nat(999),
  /** Everybody says the same, near anything, or it has the sheets of the nomination before. */
  kind: fc.constantFrom('AGREED', 'MIXED', 'MIXED', 'NARROW', 'NARROW', 'TWIN'),
});

export const roundArbitrary: fc.Arbitrary<RandomRound> = fc
  .record({ rules: rulesOf, nominations: fc.array(nomination, { minLength: 1, maxLength: 6 }) })
  .map(({ rules: { scale, kinds, ...picked }, nominations }) => {
    const panels = picked.panels.map((weight, at) => ({
      kind: kinds[at] ?? EvaluationPanelKind.RESIDENTS,
      weight: text(weight),
    }));
    const criteria = picked.criteria.map((weight, at) => ({ position: at + 1, weight: text(weight) }));
    const awards = picked.awards.map(({ places, minScore, isWithheld }, at): AwardTier => ({
      id: `award ${at + 1}`,
      position: at + 1,
      places,
      minScore: places === null ? pick(scale, minScore) : null,
      isWithheld,
    }));
    const all = nominations.map((one, at) => (one.kind === 'TWIN' ? (nominations[at - 1] ?? one) : one));
    const sheets = all.flatMap((one, at) =>
      panels.flatMap(({ kind }, panel) =>
        sheetsOf(one, panel, scale, criteria.length).map((sheet): OpenSheet => ({
          ...sheet,
          nominationId: NOMINATIONS[at] ?? '',
          panelKind: kind,
        })),
      ),
    );
    return {
      rules: { minimumSheets: picked.minimumSheets, criteria, panels, awards },
      round: { nominationIds: NOMINATIONS.slice(0, all.length), sheets },
    };
  });

type Nomination = typeof nomination extends fc.Arbitrary<infer One> ? One : never;
type Scale = (typeof SCALES)[number];

function sheetsOf(
  { piles, mood, kind }: Nomination,
  panel: number,
  scale: Scale,
  criteria: number,
): Pick<OpenSheet, 'isSetAside' | 'scores'>[] {
  const { sheets, setAside, seed } = piles[panel] ?? { sheets: 0, setAside: 0, seed: 0 };
  const next = numbersFrom(seed);
  const spread = kind === 'AGREED' ? 1 : kind === 'NARROW' ? 3 : 1_000;
  return Array.from({ length: sheets + setAside }, (_, at) => ({
    isSetAside: at >= sheets,
    scores: Array.from({ length: criteria }, () => pick(scale, mood + (next() % spread))),
  }));
}

/** Some step of the scale. */
function pick([lowest, highest, step]: Scale, any: number): string {
  return text(lowest + step * (any % ((highest - lowest) / step + 1)));
}

/** As PostgreSQL writes a numeric with two places. */
function text(value: number): string {
  return (value / 100).toFixed(2);
}

/** A multiplicative generator: quicker than a draw for each score. */
function numbersFrom(seed: number): () => number {
  let state = (seed % 0x7fff_fffe) + 1;
  return () => (state = (state * 48_271) % 0x7fff_ffff);
}
