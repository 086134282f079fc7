import { FixedClock } from '#tenancy';
import { RequestLimit } from './request-limit.js';

const NOON = '2026-11-23T12:00:00Z';

describe('a quota of requests', () => {
  const clock = new FixedClock(NOON);
  let limit: RequestLimit;

  beforeEach(() => {
    clock.set(NOON);
    limit = new RequestLimit('post', 3, clock);
  });

  const ask = (key: string, count = 1): boolean[] =>
    Array.from({ length: count }, () => limit.admit(key).retryAfter === 0);

  test('is each caller’s own, and fills evenly', () => {
    expect(ask('a', 4)).toEqual([true, true, true, false]);
    expect(ask('b')).toEqual([true]);
    clock.advance(20_000);
    expect(ask('a', 2)).toEqual([true, false]);
    clock.advance(3_600_000);
    expect(ask('a', 4)).toEqual([true, true, true, false]);
  });

  test('is not used by what is refused', () => {
    ask('a', 100);
    expect(limit.admit('a')).toEqual({ quota: 'post', most: 3, left: 0, wholeIn: 60, retryAfter: 20 });
  });

  test('locks nobody out when the clock is set back', () => {
    ask('a', 3);
    clock.set('2026-11-23T11:00:00Z');
    expect(ask('a')).toEqual([true]);
  });

  test('forgets whoever asked longest ago when there are too many callers', () => {
    ask('first', 3);
    ask('second', 3);
    for (let caller = 0; caller < 9_998; caller++) ask(`caller ${caller}`);
    clock.advance(20_000);
    ask('first');
    ask('one more');
    expect([ask('first'), ask('second')]).toEqual([[false], [true]]);
  });
});
