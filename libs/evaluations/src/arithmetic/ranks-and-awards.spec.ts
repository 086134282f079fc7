import type { AwardTier, OpenRound } from './counting-rules.js';
import { countRound, type RoundCount } from './count-round.js';
import { saySureness } from './sureness.words.js';
import { ONE_PANEL, writtenRound } from './written-round.js';

function placesOf({ standings }: RoundCount): string {
  return standings
    .map(({ nominationId, rank, awardId }) => `${nominationId} ${rank} ${awardId ?? '–'}`)
    .join(', ');
}

const tier = (
  id: string,
  position: number,
  places: number | null,
  minScore: string | null = null,
): AwardTier => ({
  id,
  position,
  places,
  minScore,
  isWithheld: false,
});
const withheld = (award: AwardTier): AwardTier => ({ ...award, isWithheld: true });
const FIRST = tier('first', 1, 1);
const SECOND = tier('second', 2, 1);
const THIRD = tier('third', 3, 2);
const FIVE_STARS = tier('*****', 1, null, '9');
const FOUR_STARS = tier('****', 2, null, '8.00');

/** Every sheet of a nomination says the same. */
function agreed(scores: Readonly<Record<string, string>>): OpenRound {
  return writtenRound(
    Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, `${score} ${score} ${score}`])),
  );
}

it.each<[string, AwardTier[], Readonly<Record<string, string>>, string]>([
  ['1, 2, 2, 4', [], { d: '6', c: '8', a: '9', b: '8' }, 'a 1 –, b 2 –, c 2 –, d 4 –'],
  ['1, 1, 3', [], { a: '9', b: '9', c: '8' }, 'a 1 –, b 1 –, c 3 –'],
  [
    'places one after the other',
    [THIRD, FIRST, SECOND],
    { a: '9', b: '8', c: '7', d: '6', e: '5' },
    'a 1 first, b 2 second, c 3 third, d 4 third, e 5 –',
  ],
  [
    'a tie at the border: both the better',
    [FIRST, SECOND, THIRD],
    { a: '9', b: '9', c: '8', d: '7', e: '6' },
    'a 1 first, b 1 first, c 3 third, d 4 third, e 5 –',
  ],
  [
    'a tie across the last border',
    [FIRST, SECOND],
    { a: '9', b: '8', c: '8', d: '7' },
    'a 1 first, b 2 second, c 2 second, d 4 –',
  ],
  [
    'a withheld tier: the best has the next',
    [withheld(FIRST), SECOND, THIRD],
    { a: '9', b: '8', c: '7', d: '6' },
    'a 1 second, b 2 third, c 3 third, d 4 –',
  ],
  [
    'levels: just reached and just missed',
    [FIVE_STARS, FOUR_STARS],
    { a: '9', b: '8.99', c: '8', d: '7.99' },
    'a 1 *****, b 2 ****, c 3 ****, d 4 –',
  ],
  [
    'a withheld level: the next one',
    [withheld(FIVE_STARS), FOUR_STARS],
    { a: '9', b: '8' },
    'a 1 ****, b 2 ****',
  ],
  [
    'places, and a level for the others',
    [FIRST, tier('fine', 2, null, '8')],
    { a: '9', b: '8', c: '7' },
    'a 1 first, b 2 fine, c 3 –',
  ],
])('ranks and awards %s', (_, awards, scores, expected) => {
  expect(placesOf(countRound({ ...ONE_PANEL, awards }, agreed(scores)))).toBe(expected);
});

it('does not rank what no panel has scored, and lists it last', () => {
  const count = countRound(
    { ...ONE_PANEL, awards: [FIRST, SECOND] },
    writtenRound({ a: '9 9', b: '8 8 8', c: '(9)' }),
  );
  expect(placesOf(count)).toBe('b 1 first, a null –, c null –');
});

it('does not take for a tie what is only shown alike', () => {
  const count = countRound(ONE_PANEL, writtenRound({ a: '7 8 8', b: '7.67 7.67 7.67' }));
  expect(count.standings.map(({ account }) => account.score?.shown)).toEqual(['7.67', '7.67']);
  expect(placesOf(count)).toBe('b 1 –, a 2 –');
});

/** Sheets tried, those without which others are first to third, those without which only the order differs. */
it.each<[string, Readonly<Record<string, string>>, number[], string]>([
  ['no sheet counts', { a: '9 9' }, [0, 0, 0], 'No sheet counts: nothing is ranked.'],
  [
    'nothing would change',
    { a: '9 9 9 9', b: '8 8 8 8', c: '7 7 7 7', d: '6 6 6 6' },
    [16, 0, 0],
    'Whichever one of the 16 sheets is left out, the first three stay the same, in the same order.',
  ],
  [
    'but for the ten the first two are level',
    { a: '9 9 9 10', b: '9 9 9 9', c: '7 7 7 7' },
    [12, 0, 1],
    'Whichever one of the 12 sheets is left out, the first three stay the same, but not their order: it changes with 1 of them.',
  ],
  [
    'each eight keeps the third up, each six the fourth down, and the four the third from being second',
    { a: '9 9 9 9', b: '8 8 8 8', c: '8 8 8 4', d: '6 6 6 9' },
    [16, 6, 1],
    'One sheet can change who is among the first three: 6 of the 16 would if left out. With 1 more only the order changes.',
  ],
  [
    'a panel of just the minimum is left out with any of its sheets',
    { a: '9 9 9' },
    [3, 3, 0],
    'One sheet can change who is among the first three: 3 of the 3 would if left out.',
  ],
])('says how sure the first three are: %s', (_, piles, counts, sentence) => {
  const { sureness } = countRound(ONE_PANEL, writtenRound(piles));
  expect([sureness.tried, sureness.otherFirstThree, sureness.otherOrder]).toEqual(counts);
  expect(saySureness(sureness).en).toBe(sentence);
});

it.each([
  [{ tried: 0, otherFirstThree: 0, otherOrder: 0 }, '没有计入的评分表，未产生名次。'],
  [
    { tried: 9, otherFirstThree: 0, otherOrder: 0 },
    '共计入 9 份评分表，去掉其中任何一份，前三名及其先后都不变。',
  ],
  [
    { tried: 9, otherFirstThree: 0, otherOrder: 2 },
    '共计入 9 份评分表，去掉其中任何一份，前三名仍是这几个，但先后不一定：其中有 2 份，去掉一份就会变。',
  ],
  [
    { tried: 9, otherFirstThree: 3, otherOrder: 2 },
    '共计入 9 份评分表，其中有 3 份，去掉一份前三名就不是这几个了。另有 2 份，去掉一份只改变先后。',
  ],
])('says so in Chinese: %j', (sureness, sentence) => {
  expect(saySureness(sureness).zh).toBe(sentence);
});
