import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantAt, localDayOf, spanOfDay } from './local-time.js';
import { Zone } from './zone.js';
import { propertyRuns } from '../../../test/support/property-runs.js';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const zoneArbitrary = fc.constantFrom(...ZONES);
const instantArbitrary = fc.date({
  min: new Date('1985-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('Zone', () => {
  it('agrees with Temporal about the wall clock', () => {
    fc.assert(
      fc.property(zoneArbitrary, instantArbitrary, (zone, instant) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
        expect(localDayOf(instant, zone).toString()).toBe(expected.toPlainDate().toString());
        const local = new Date(Zone.of(zone).localAt(instant.getTime())).toISOString().slice(0, -1);
        expect(expected.toPlainDateTime().toString({ smallestUnit: 'millisecond' })).toBe(local);
      }),
      propertyRuns(2000),
    );
  });

  it('agrees with Temporal about the instant of every local time that exists', () => {
    fc.assert(
      fc.property(
        zoneArbitrary,
        instantArbitrary,
        fc.integer({ min: 0, max: 1439 }),
        (zone, date, minute) => {
          const day = Temporal.PlainDate.from(date.toISOString().slice(0, 10));
          const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
          const expected = day.toZonedDateTime({ timeZone: zone, plainTime: time });
          fc.pre(expected.toPlainTime().equals(time));
          expect(instantAt(day, minute, zone).getTime()).toBe(expected.epochMilliseconds);
        },
      ),
      propertyRuns(2000),
    );
  });

  it('takes a skipped time as the moment of the change, a repeated one as its first', () => {
    const spring = Temporal.PlainDate.from('2027-03-28');
    expect(instantAt(spring, 150, 'Europe/Berlin')).toEqual(new Date('2027-03-28T01:00:00Z'));
    expect(instantAt(spring, 180, 'Europe/Berlin')).toEqual(new Date('2027-03-28T01:00:00Z'));
    const autumn = Temporal.PlainDate.from('2026-10-25');
    expect(instantAt(autumn, 150, 'Europe/Berlin')).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(instantAt(autumn, 180, 'Europe/Berlin')).toEqual(new Date('2026-10-25T02:00:00Z'));
  });

  it('knows a day that never was', () => {
    const { startsAt, endsAt } = spanOfDay(Temporal.PlainDate.from('2011-12-30'), 'Pacific/Apia');
    expect(startsAt).toEqual(endsAt);
  });

  it('ends a day where the next one starts', () => {
    const leapDay = Temporal.PlainDate.from('2028-02-29');
    expect(spanOfDay(leapDay, 'Asia/Shanghai')).toEqual({
      startsAt: new Date('2028-02-28T16:00:00Z'),
      endsAt: new Date('2028-02-29T16:00:00Z'),
    });
  });

  it('refuses an unknown zone and a minute that is none', () => {
    expect(() => localDayOf(new Date(0), 'Mars/Base')).toThrow(RangeError);
    expect(() => instantAt(Temporal.PlainDate.from('2026-01-01'), 1441, 'Asia/Shanghai')).toThrow(
      'A minute of the day is a whole number from 0 to 1440, not 1441.',
    );
  });
});
