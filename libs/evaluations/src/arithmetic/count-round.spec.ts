import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import type { AccountPanel } from './account.js';
import type { AwardTier } from './counting-rules.js';
import { countRound, type RoundCount, type Standing } from './count-round.js';
import { accountPlainly } from './plain-account.js';
import { inLowestTerms, PlainRound } from './plain-round.js';
import { type RandomRound, roundArbitrary } from './random-round.js';

const RUNS = Number(process.env.EVALUATION_RUNS ?? 2_000);

/** What the rounds came to; a property that never meets an edge proves nothing about it. */
const met = new Map<string, number>();

it(
  'counts as a sceptic with the sheets and an evening does',
  () => {
    const property = fc.property(roundArbitrary, (random) => {
      const count = countRound(random.rules, random.round);
      const plain = countPlainly(PlainRound.of(random.rules, random.round));
      expect(differenceOf(count, plain)).toBeNull();
      noteEdges(random, count);
    });
    fc.assert(property, propertyRuns(RUNS));
  },
  90_000 + RUNS * 30,
);

it('met every edge of the rules often', () => {
  const panels = [1, 2, 3].flatMap((of) =>
    Array.from({ length: of + 1 }, (_, at) => `${at} of ${of} panels`),
  );
  const piles = ['TOO_FEW_SHEETS', 'SET_ASIDE', ...[3, 4, 5, 6].map((size) => `panel of ${size}`)];
  const sheets = [
    'panel of the minimum',
    'unequal panels',
    'sheets set aside',
    'trimmed among equals',
    'half steps',
  ];
  const scores = ['score below zero', 'half a hundredth', 'shared rank'];
  const awards = ['the next in place of a withheld award', 'tie at the border of an award', 'just the level'];
  const sureness = [true, false].flatMap((others) =>
    [true, false].map((order) => `others ${others}, order ${order}`),
  );
  const all = [...panels, ...piles, ...sheets, ...scores, ...awards, ...sureness];
  expect(all.filter((what) => (met.get(what) ?? 0) < 20)).toEqual([]);
});

/** Null when they are the same; the matcher takes longer to say so than the count itself. */
function differenceOf(found: unknown, expected: unknown): unknown {
  return isDeepStrictEqual(found, expected) ? null : { found, expected };
}

function countPlainly(plain: PlainRound): unknown {
  const standings = [...plain.places()].map(([nominationId, { rank, awardId }]) => ({
    nominationId,
    rank,
    awardId,
    account: accountPlainly(plain, nominationId),
  }));
  const key = ({ rank, nominationId }: (typeof standings)[number]) => `${rank ?? 'none'} ${nominationId}`;
  return {
    standings: standings.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)),
    sureness: plain.sureness(),
  };
}

function note(what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1);
}

function noteEdges({ rules }: RandomRound, { standings, sureness }: RoundCount): void {
  for (const { account } of standings) {
    note(
      `${account.panels.filter(({ leftOut }) => leftOut === null).length} of ${account.panels.length} panels`,
    );
    for (const panel of account.panels) notePanel(panel, rules.minimumSheets);
    if (new Set(account.panels.map(({ sheetsCounted }) => sheetsCounted)).size > 1) note('unequal panels');
    noteScore(account.score?.exact ?? '0/1');
  }
  note(`others ${sureness.otherFirstThree > 0}, order ${sureness.otherOrder > 0}`);
  noteAwards(rules.awards, standings);
  const ranks = standings.flatMap(({ rank }) => rank ?? []);
  if (new Set(ranks).size < ranks.length) note('shared rank');
}

function noteScore(exact: string): void {
  const [numerator = 0, denominator = 1] = exact.split('/').map(Number);
  if (numerator < 0) note('score below zero');
  if (200 % denominator === 0 && 100 % denominator !== 0) note('half a hundredth');
}

function notePanel(
  { leftOut, criteria, sheetsCounted, sheetsSetAside }: AccountPanel,
  minimum: number,
): void {
  note(leftOut ?? `panel of ${Math.min(sheetsCounted, 6)}`);
  if (leftOut === null && sheetsSetAside > 0) note('sheets set aside');
  if (sheetsCounted === minimum) note('panel of the minimum');
  for (const { scores } of criteria) {
    if (scores.some(({ score }) => score.includes('.5'))) note('half steps');
    if (scores.some(({ isTrimmed }, at) => isTrimmed && scores[at]?.score === scores[at + 1]?.score))
      note('trimmed among equals');
  }
}

function noteAwards(awards: readonly AwardTier[], standings: readonly Standing[]): void {
  let taken = 0;
  for (const { id, places, minScore, isWithheld } of awards) {
    const given = standings.filter(({ awardId }) => awardId === id).length;
    if (isWithheld && places !== null && standings.some(({ rank }) => rank === taken + 1))
      note('the next in place of a withheld award');
    taken += isWithheld ? 0 : (places ?? 0);
    const onBorder = standings.filter(({ rank }) => rank !== null && rank <= taken).length - taken;
    if (places !== null && given > 0 && onBorder > 0) note('tie at the border of an award');
    const exactly = minScore === null ? null : inLowestTerms([BigInt(minScore.replace('.', '')), 100n]);
    if (given > 0 && standings.some(({ account }) => account.score?.exact === exactly))
      note('just the level');
  }
}
