import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { quarterAt, spanOfQuarter } from './quarter.js';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Australia/Lord_Howe'];

describe('a quarter', () => {
  it('ends with 31 December 24:00 on the wall clock, which is where the next one begins', () => {
    const { startsAt, endsAt } = spanOfQuarter('2026-Q4', 'Asia/Shanghai');
    expect(startsAt.toISOString()).toBe('2026-09-30T16:00:00.000Z');
    expect(endsAt.toISOString()).toBe('2026-12-31T16:00:00.000Z');
    expect(spanOfQuarter('2027-Q1', 'Asia/Shanghai').startsAt).toEqual(endsAt);
    expect(quarterAt(new Date(endsAt.getTime() - 1), 'Asia/Shanghai')).toBe('2026-Q4');
    expect(quarterAt(endsAt, 'Asia/Shanghai')).toBe('2027-Q1');
  });

  it('holds every instant that is said to be in it, in any zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2190-01-01'), noInvalidDate: true }),
        fc.constantFrom(...ZONES),
        (instant, zone) => {
          const { startsAt, endsAt } = spanOfQuarter(quarterAt(instant, zone), zone);
          expect(startsAt <= instant && instant < endsAt).toBe(true);
        },
      ),
      propertyRuns(300),
    );
  });
});
