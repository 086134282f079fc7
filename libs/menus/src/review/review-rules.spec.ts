import { mostCodes, reviewCodesEnd } from './review-rules.js';

describe('review codes of a date', () => {
  it.each([
    [0, 0],
    [1, 2],
    [5, 6],
    [6, 8],
    [100, 120],
  ])('for %i who came are %i at most', (heads, most) => {
    expect(mostCodes(heads)).toBe(most);
  });

  it('end fourteen days after it', () => {
    const [startsAt, endsAt] = [new Date('2026-12-09T06:00:00Z'), new Date('2026-12-09T08:00:00Z')];
    expect(reviewCodesEnd({ startsAt, endsAt })).toEqual(new Date('2026-12-23T08:00:00Z'));
  });
});
