import { DayCalendar, type Span } from '#calendar';
import { Temporal } from 'temporal-polyfill';
import type { BookingRules } from './booking-rules.js';
import { brokenRules } from './broken-rules.js';
import { freeSpans, nextFree } from './free-spans.js';
import { openSpans } from './openings.js';

const calendar = new DayCalendar(
  [{ year: 2026, announced: true }],
  [{ day: Temporal.PlainDate.from('2026-10-10'), class: 'WORKDAY', name: '国庆节' }],
);
const now = shanghai('2026-11-22T10:00');

const bus45: BookingRules = {
  hours: [{ days: 'EVERY', from: 570, to: 930 }],
  zone: 'Asia/Shanghai',
  leadTimeMinutes: 72 * 60,
  horizonDays: 180,
  slotMinutes: 30,
  longestMinutes: 6 * 60,
  gapMinutes: 30,
  exceptions: [],
  closures: [],
};
const confirmed = [{ startsAt: shanghai('2026-12-12T10:00'), keptUntil: shanghai('2026-12-12T14:30') }];

describe('the bus of fleet 639, confirmed for 12 December from 10:00 to 14:00', () => {
  it('is free on that day from 14:30 to 15:30 only', () => {
    const day = span('2026-12-12T00:00', '2026-12-13T00:00');
    expect(freeSpans(bus45, calendar, confirmed, day, now)).toEqual([
      span('2026-12-12T14:30', '2026-12-12T15:30'),
    ]);
  });

  it('is next free for two and a half hours on the 13th from 09:30', () => {
    const wish = { lengthMinutes: 150, count: 2 };
    expect(nextFree(bus45, calendar, confirmed, shanghai('2026-12-12T10:00'), now, wish)).toEqual([
      span('2026-12-13T09:30', '2026-12-13T12:00'),
      span('2026-12-14T09:30', '2026-12-14T12:00'),
    ]);
  });

  it('needs no gap to the opening: buffers may lie outside the hours', () => {
    expect(brokenRules(bus45, calendar, span('2026-12-13T09:30', '2026-12-13T15:30'), now)).toEqual([]);
  });

  it('keeps the gap before a booking too', () => {
    const afternoon = [{ startsAt: shanghai('2026-12-12T13:00'), keptUntil: shanghai('2026-12-12T16:00') }];
    const day = span('2026-12-12T00:00', '2026-12-13T00:00');
    expect(freeSpans(bus45, calendar, afternoon, day, now)).toEqual([
      span('2026-12-12T09:30', '2026-12-12T12:30'),
    ]);
  });
});

describe('brokenRules', () => {
  it('says what would be allowed, in a fixed order', () => {
    const wanted = span('2026-11-22T10:15', '2026-11-22T20:00');
    expect(brokenRules(bus45, calendar, wanted, now)).toEqual([
      { rule: 'LEAD_TIME', earliestStart: shanghai('2026-11-25T10:00') },
      { rule: 'TOO_LONG', longestMinutes: 360 },
      {
        rule: 'OUTSIDE_HOURS',
        day: Temporal.PlainDate.from('2026-11-22'),
        open: [span('2026-11-22T09:30', '2026-11-22T15:30')],
        provisional: false,
      },
    ]);
  });

  it('lets a booking start this very moment when no lead time is asked', () => {
    const wanted = span('2026-11-22T10:00', '2026-11-22T11:00');
    expect(brokenRules({ ...bus45, leadTimeMinutes: 0 }, calendar, wanted, now)).toEqual([]);
    const later = new Date(now.getTime() + 1);
    expect(brokenRules({ ...bus45, leadTimeMinutes: 0 }, calendar, wanted, later)).toEqual([
      { rule: 'IN_THE_PAST', earliestStart: later },
    ]);
  });

  it('names both edges that are off the step', () => {
    const wanted = span('2026-11-30T09:40', '2026-11-30T11:10');
    expect(brokenRules(bus45, calendar, wanted, now)).toEqual([
      { rule: 'OFF_STEP', slotMinutes: 30, edges: ['START', 'END'] },
    ]);
  });

  it('counts the horizon to the end of the span', () => {
    const later = { ...bus45, hours: [{ days: 'EVERY' as const, from: 0, to: 1440 }] };
    expect(brokenRules(later, calendar, span('2027-05-21T09:30', '2027-05-21T10:00'), now)).toEqual([]);
    expect(brokenRules(later, calendar, span('2027-05-21T09:30', '2027-05-21T10:30'), now)).toEqual([
      { rule: 'HORIZON', latestEnd: shanghai('2027-05-21T10:00') },
    ]);
  });

  it('says so when the hours rest on a year that is not announced', () => {
    const wanted = span('2027-01-01T08:00', '2027-01-01T10:00');
    expect(brokenRules(bus45, calendar, wanted, now)).toMatchObject([
      { rule: 'OUTSIDE_HOURS', provisional: true },
    ]);
  });

  it('answers at once for a span of ten thousand years', () => {
    const wanted = { startsAt: new Date(0), endsAt: new Date('9999-12-31T00:00:00Z') };
    const rules = brokenRules(bus45, calendar, wanted, now).map(({ rule }) => rule);
    expect(rules).toEqual(['IN_THE_PAST', 'HORIZON', 'TOO_LONG']);
  });

  it('refuses an empty span', () => {
    const empty = span('2026-12-12T10:00', '2026-12-12T10:00');
    expect(() => brokenRules(bus45, calendar, empty, now)).toThrow('A span must end after it starts.');
  });
});

describe('hours that join', () => {
  it('run over midnight from 24:00 into 00:00', () => {
    const night: BookingRules = {
      ...bus45,
      hours: [
        { days: 'EVERY', from: 1320, to: 1440 },
        { days: 'REST', from: 0, to: 120 },
      ],
    };
    expect(openSpans(night, calendar, shanghai('2026-10-08T12:00'), shanghai('2026-10-12T12:00'))).toEqual([
      span('2026-10-08T22:00', '2026-10-09T00:00'),
      span('2026-10-09T22:00', '2026-10-10T00:00'), // Saturday the 10th is worked
      span('2026-10-10T22:00', '2026-10-11T02:00'),
      span('2026-10-11T22:00', '2026-10-12T00:00'),
    ]);
  });
});

function shanghai(local: string): Date {
  return new Date(`${local}:00+08:00`);
}

function span(from: string, to: string): Span {
  return { startsAt: shanghai(from), endsAt: shanghai(to) };
}
