import { expiryOf, goesOn, judgeToken } from './session.policy.js';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const DAY = 86_400_000;

describe('a refresh token', () => {
  it.each([
    ['of the present generation', 3, ago(3_600_000), 'CURRENT'],
    ['of the one before, half a minute ago less a moment', 2, ago(29_999), 'REPEATED'],
    ['of the one before, half a minute ago', 2, ago(30_000), 'REUSED'],
    ['of an older one, however soon', 1, ago(1), 'REUSED'],
    ['of the one before, of a session that says not since when', 2, null, 'REUSED'],
  ])('%s is worth', (_, generation, refreshedAt, worth) => {
    expect(judgeToken(generation, { generation: 3, refreshedAt }, now)).toBe(worth);
  });
});

describe('a session', () => {
  it('is put off by 14 days, and never beyond 90 from its start', () => {
    expect(expiryOf(ago(0), now)).toEqual(ago(-14 * DAY));
    expect(expiryOf(ago(80 * DAY), now)).toEqual(ago(-10 * DAY));
  });

  it('goes on until it is ended or expires', () => {
    expect(goesOn({ endedAt: null, expiresAt: ago(-1) }, now)).toBe(true);
    expect(goesOn({ endedAt: null, expiresAt: now }, now)).toBe(false);
    expect(goesOn({ endedAt: ago(1), expiresAt: ago(-1) }, now)).toBe(false);
  });
});
