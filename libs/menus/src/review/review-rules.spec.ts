import { countReleased, mostCodes, reviewCodesEnd } from './review-rules.js';

describe('review codes of a date', () => {
  it.each([
    [0, 0],
    [1, 2],
    [5, 6],
    [6, 8],
    [100, 120],
    [1_667, 2_000],
    [100_000, 2_000],
  ])('for %i who came are %i at most', (heads, most) => {
    expect(mostCodes(heads)).toBe(most);
  });

  it.each([
    [0, false, 0],
    [9, false, 0],
    [10, false, 5],
    [37, false, 32],
    [0, true, 0],
    [3, true, 3],
    [37, true, 37],
  ])('of %i that wait (the last: %s) %i are released', (waiting, isLast, released) => {
    expect(countReleased(waiting, isLast)).toBe(released);
  });

  it('end fourteen days after it', () => {
    const [startsAt, endsAt] = [new Date('2026-12-09T06:00:00Z'), new Date('2026-12-09T08:00:00Z')];
    expect(reviewCodesEnd({ startsAt, endsAt })).toEqual(new Date('2026-12-23T08:00:00Z'));
  });
});
