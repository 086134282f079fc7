import { DayCalendar, type Span } from '#calendar';
import type { BookingRules } from './booking-rules.js';
import { freeSpans, nextFree } from './free-spans.js';
import type { HoursLine } from './hours.js';
import { openSpans } from './openings.js';

const calendar = new DayCalendar([], []);
const now = new Date('2026-11-01T00:00:00Z');
const monday = at('00:00');

/** Open all of every day on a step that does not divide it: the count starts anew at midnight. */
const uneven = rulesOf([{ days: 'EVERY', from: 0, to: 1440 }], 50);

describe('steps where hours lines meet', () => {
  it('counts a line from its own opening, to which a booking may run', () => {
    expect(freeSpans(uneven, calendar, [], span('00:00', '24:00'), now)).toEqual([span('00:00', '24:00')]);
    expect(freeSpans(uneven, calendar, [], span('00:01', '23:59'), now)).toEqual([span('00:50', '23:20')]);
  });

  it('may start where a line closes, if that is on its step', () => {
    const rules = rulesOf(
      [
        { days: 'EVERY', from: 0, to: 720 },
        { days: 'WORK', from: 690, to: 1020 },
      ],
      60,
    );
    expect(freeSpans(rules, calendar, [], span('12:00', '24:00'), now)).toEqual([span('12:00', '16:30')]);
  });

  it('does not count a line beyond its closing', () => {
    const rules = rulesOf(
      [
        { days: 'EVERY', from: 0, to: 100 },
        { days: 'WORK', from: 70, to: 310 },
      ],
      60,
    );
    expect(freeSpans(rules, calendar, [], span('01:30', '24:00'), now)).toEqual([span('02:10', '05:10')]);
  });

  it('proposes the shortest booking that will do', () => {
    const rules = rulesOf(
      [
        { days: 'EVERY', from: 0, to: 720 },
        { days: 'WORK', from: 30, to: 700 },
      ],
      60,
    );
    const wish = { lengthMinutes: 20, count: 1 };
    expect(nextFree(rules, calendar, [], monday, now, wish)).toEqual([span('00:00', '00:30')]);
  });
});

describe('what cannot be had', () => {
  it('is an hour that summer time skips', () => {
    const rules = { ...rulesOf([{ days: 'EVERY', from: 120, to: 180 }], 60), zone: 'Europe/Berlin' };
    const [from, to] = [new Date('2027-03-27T12:00Z'), new Date('2027-03-29T12:00Z')];
    expect(openSpans(rules, calendar, from, to)).toEqual([
      { startsAt: new Date('2027-03-29T00:00Z'), endsAt: new Date('2027-03-29T01:00Z') },
    ]);
  });

  it('is a booking longer than the offer allows', () => {
    const wish = { lengthMinutes: 1501, count: 1 };
    expect(nextFree(uneven, calendar, [], monday, now, wish)).toEqual([]);
  });

  it('is a booking of no length', () => {
    expect(() => nextFree(uneven, calendar, [], monday, now, { lengthMinutes: 0, count: 1 })).toThrow(
      'A booking must last longer than nothing.',
    );
  });
});

function rulesOf(hours: HoursLine[], slotMinutes: number): BookingRules {
  return {
    hours,
    slotMinutes,
    zone: 'UTC',
    leadTimeMinutes: 0,
    horizonDays: 60,
    longestMinutes: 1500,
    gapMinutes: 0,
    exceptions: [],
    closures: [],
  };
}

/** A time on Monday 7 December 2026. */
function at(time: string): Date {
  return time === '24:00' ? new Date('2026-12-08T00:00Z') : new Date(`2026-12-07T${time}Z`);
}

function span(from: string, to: string): Span {
  return { startsAt: at(from), endsAt: at(to) };
}
