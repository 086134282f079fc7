import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { readAmount, writeAmount } from './amount.js';
import { layLanes, type LaneRange } from './lanes.js';
import { crowdedSpans, levelsOf } from './levels.js';

const LENGTH = 24;
const CAPACITY = 7n;

const wish = fc.record({
  from: fc.nat({ max: LENGTH - 1 }),
  length: fc.integer({ min: 1, max: 12 }),
  amount: fc.bigInt({ min: 1n, max: CAPACITY }),
  isFreed: fc.boolean(),
});

interface Booked {
  readonly lanes: LaneRange[];
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}

/** Instant by instant: who has which lane. */
function holdersAt(booked: readonly Booked[], at: number): Map<bigint, Booked> {
  const holders = new Map<bigint, Booked>();
  for (const one of booked) {
    for (const { low, high } of one.lanes.filter(({ from, to }) => from <= at && at < to)) {
      for (let lane = low; lane < high; lane++) {
        expect(holders.get(lane)).toBeUndefined();
        holders.set(lane, one);
      }
    }
  }
  return holders;
}

function expectNone(lay: () => unknown): void {
  expect(lay).toThrow(RangeError);
}

describe('the lanes of a pool', () => {
  it('are found whenever the sum fits, for the amount at every instant, and held by one alone', () => {
    const property = fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => {
      let booked: Booked[] = [];
      for (const { from, length, amount, isFreed } of wishes) {
        const range = { from, to: from + length };
        const usedAt = (at: number): bigint =>
          booked.filter((one) => one.from <= at && at < one.to).reduce((sum, one) => sum + one.amount, 0n);
        const peak = Array.from({ length }, (_, at) => usedAt(from + at)).reduce((a, b) => (a > b ? a : b));
        const taken = booked.flatMap(({ lanes }) => lanes);
        if (peak + amount > CAPACITY) {
          expectNone(() => layLanes(taken, CAPACITY, amount, range));
          if (isFreed) booked = booked.slice(1);
          continue;
        }
        booked.push({ ...range, amount, lanes: layLanes(taken, CAPACITY, amount, range) });
        for (let at = 0; at < LENGTH + 12; at++) {
          const holders = holdersAt(booked, at);
          for (const one of booked.filter((other) => other.from <= at && at < other.to)) {
            const held = [...holders].flatMap(([lane, holder]) => (holder === one ? [lane] : []));
            expect(held).toHaveLength(Number(one.amount));
            expect(held.every((lane) => lane < CAPACITY)).toBe(true);
          }
        }
      }
    });
    fc.assert(property, propertyRuns(60));
  });

  it('are kept as long as they can be', () => {
    const early = { from: 0, to: 5, low: 0n, high: 2n };
    const late = { from: 8, to: 12, low: 3n, high: 4n };
    expect(layLanes([early, late], 5n, 2n, { from: 0, to: 12 })).toEqual([
      { from: 0, to: 8, low: 2n, high: 4n },
      { from: 8, to: 12, low: 0n, high: 2n },
    ]);
    expect(layLanes([early], 5n, 3n, { from: 0, to: 12 })).toEqual([{ from: 0, to: 12, low: 2n, high: 5n }]);
  });

  it('are those below a capacity that was made smaller, whatever stands above it', () => {
    const standing = { from: 0, to: 5, low: 2n, high: 6n };
    expect(layLanes([standing], 5n, 1n, { from: 0, to: 9 })).toEqual([{ from: 0, to: 9, low: 0n, high: 1n }]);
    expect(() => layLanes([standing], 5n, 3n, { from: 0, to: 9 })).toThrow(RangeError);
  });
});

describe('the levels of a pool', () => {
  const use = fc
    .record({
      from: fc.nat({ max: 20 }),
      length: fc.integer({ min: 1, max: 9 }),
      amount: fc.bigInt({ min: 1n, max: 5n }),
    })
    .map(({ from, length, amount }) => ({ from, to: from + length, amount }));

  it('are the sums, instant by instant, without holes and each unlike the one before', () => {
    const property = fc.property(fc.array(use, { maxLength: 8 }), fc.nat({ max: 10 }), (uses, from) => {
      const levels = levelsOf(uses, { from, to: 25 });
      expect(levels.map((level) => level.from)).toEqual([from, ...levels.slice(0, -1).map(({ to }) => to)]);
      expect(levels.at(-1)?.to).toBe(25);
      for (const [at, level] of levels.entries()) expect(level.used).not.toBe(levels[at + 1]?.used);
      for (let at = from; at < 25; at++) {
        const sum = uses.reduce((all, one) => (one.from <= at && at < one.to ? all + one.amount : all), 0n);
        expect(levels.find((level) => level.from <= at && at < level.to)?.used).toBe(sum);
        const isCrowded = crowdedSpans(uses, 6n, 2n).some(
          (span) => span.startsAt.getTime() <= at && at < span.keptUntil.getTime(),
        );
        expect(isCrowded).toBe(sum + 2n > 6n);
      }
    });
    fc.assert(property, propertyRuns(100));
  });
});

describe('an amount', () => {
  it('is exact, where a float is not', () => {
    expect(writeAmount(readAmount('0.1') + readAmount('0.2'))).toBe('0.3');
    expect(writeAmount(readAmount('9999999.999') + 1n)).toBe('10000000');
    expect(['45.0', '45', '0.050', '60.500000'].map((text) => writeAmount(readAmount(text)))).toEqual([
      '45',
      '45',
      '0.05',
      '60.5',
    ]);
    for (const text of ['', '1.2345', '-1', '1e3', ' 1']) expect(() => readAmount(text)).toThrow(RangeError);
  });
});
