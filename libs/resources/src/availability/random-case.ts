import * as fc from 'fast-check';
import { DayCalendar, type DayClass } from '#calendar';
import type { BookingRules } from './booking-rules.js';
import type { Busy } from './free-spans.js';
import { validateDatedHours } from './dated-hours.js';
import { validateHours, type HoursLine, type OpenSpan } from './hours.js';
import { stageOf, type Stage } from './minute-model.js';

const DAYS = 7;

/** Around what a calendar does at its worst: ends of months and years, 29 February, and clocks that change. */
const STAGES = [
  stageOf('Asia/Shanghai', '2026-12-28', DAYS),
  stageOf('Asia/Shanghai', '2028-02-26', DAYS),
  stageOf('Asia/Shanghai', '2026-09-28', DAYS),
  stageOf('Europe/Berlin', '2027-03-25', DAYS),
  stageOf('Europe/Berlin', '2026-10-22', DAYS),
  stageOf('America/Sao_Paulo', '2018-02-15', DAYS), // back at midnight, into the day before
  stageOf('America/Sao_Paulo', '2018-11-01', DAYS), // midnight is skipped
  stageOf('Australia/Lord_Howe', '2026-04-02', DAYS), // back by half an hour
];

export interface Case {
  stage: Stage;
  rules: BookingRules;
  calendar: DayCalendar;
  busy: Busy[];
  now: number;
  window: [number, number];
}

const daysArbitrary = fc.constantFrom<HoursLine['days']>('EVERY', 'WORK', 'REST', 'HOLIDAY');
const minuteArbitrary = fc.oneof(
  fc.constantFrom(0, 60, 120, 150, 180, 1380, 1440),
  fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1440 }),
);
const spanArbitrary = fc
  .tuple(minuteArbitrary, minuteArbitrary)
  .filter(([one, other]) => one !== other)
  .map(([one, other]): OpenSpan => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const lineArbitrary = fc.tuple(daysArbitrary, spanArbitrary).map(([days, span]) => ({ days, ...span }));
/** By the place of the day in the stage; a day without spans is one on which nothing is open. */
const exceptionsArbitrary = fc
  .uniqueArray(fc.tuple(fc.nat(DAYS - 1), fc.array(spanArbitrary, { maxLength: 3 })), {
    selector: ([day]) => day,
    maxLength: 3,
  })
  .filter((days) => validateDatedHours(days.map(([day, spans]) => ({ day: `${day}`, spans }))).length === 0);
const closuresArbitrary = fc.array(
  fc.tuple(fc.integer({ min: 0, max: DAYS * 1440 }), fc.constantFrom(1, 15, 60, 480, 1440, 2000)),
  { maxLength: 3 },
);
const hoursArbitrary = fc.oneof(
  fc.array(lineArbitrary, { minLength: 1, maxLength: 4 }),
  fc.constant<HoursLine[]>([{ days: 'EVERY', from: 0, to: 1440 }]),
);

export const caseArbitrary: fc.Arbitrary<Case> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    hours: hoursArbitrary.filter((hours) => validateHours(hours).length === 0),
    exceptions: exceptionsArbitrary,
    closures: closuresArbitrary,
    slotMinutes: fc.constantFrom(5, 7, 15, 30, 50, 60, 90, 1440),
    longestMinutes: fc.constantFrom(30, 60, 100, 150, 480, 3000),
    gapMinutes: fc.constantFrom(0, 0, 1, 15, 30, 120),
    leadTimeMinutes: fc.constantFrom(0, 1, 60, 720, 2880),
    horizonDays: fc.integer({ min: 0, max: 3 }),
    classes: fc.array(fc.constantFrom<DayClass | null>('WORKDAY', 'REST_DAY', 'HOLIDAY', null), {
      minLength: DAYS,
      maxLength: DAYS,
    }),
    now: fc.integer({ min: 0, max: 3 * 1440 }),
    window: fc.tuple(fc.integer({ min: 1440, max: 5 * 1440 }), fc.integer({ min: 1, max: 4000 })),
    busy: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: DAYS * 1440 }),
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom(0, 15, 45),
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ stage, classes, busy, now, window: [from, span], exceptions, closures, ...rules }) => ({
    stage,
    rules: {
      ...rules,
      zone: stage.zone,
      exceptions: exceptions.map(([at, spans]) => ({ day: stage.days[at]!.toString(), spans })),
      closures: closures.map(([start, length]) => ({
        startsAt: instant(stage, start),
        endsAt: instant(stage, start + length),
        reason: '检修',
      })),
    },
    calendar: new DayCalendar(
      [...new Set(stage.days.map(({ year }) => year))].map((year) => ({ year, announced: true })),
      stage.days.flatMap((day, at) => (classes[at] ? [{ day, class: classes[at], name: null }] : [])),
    ),
    busy: busy.map(([start, length, kept]) => ({
      startsAt: instant(stage, start),
      keptUntil: instant(stage, start + length + kept),
    })),
    now,
    window: [from, Math.min(from + span, stage.minutes.length - 1440)],
  }));

/** The instant at a minute of a stage. */
export function instant(stage: Stage, minute: number): Date {
  return new Date((stage.start + minute) * 60_000);
}
