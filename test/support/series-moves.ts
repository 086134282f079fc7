import * as fc from 'fast-check';
import type { SeriesTerms } from './series-model.js';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Just before the clocks change in Europe, a year ends, or 29 February comes. */
const STARTS = ['2026-11-25', '2026-12-28', '2027-03-24', '2027-10-27', '2028-02-24'];

export interface Times {
  day: number;
  halfHour: number;
  lengthMinutes: number;
}

export interface Repeat extends Times {
  isDaily: boolean;
  every: number;
  weekdays: string[];
  count: number;
  skipClashes: boolean;
}

export type Scope = 'THIS' | 'FOLLOWING' | 'ALL';

/** What is done; a booking is told by a number that is counted round. */
export type SeriesMove =
  | ({ do: 'series' } & Repeat)
  | ({ do: 'single' } & Times)
  | { do: 'confirm'; place: number }
  | { do: 'confirmAll'; place: number; scope: Scope; skipClashes: boolean }
  | { do: 'decline'; place: number; scope: Scope }
  | { do: 'cancel'; place: number; scope: Scope }
  | { do: 'rename'; place: number; scope: Scope }
  | { do: 'move'; place: number; scope: Scope; shift: number; grow: number; skipClashes: boolean }
  | { do: 'again'; place: number; date: number }
  | { do: 'wait'; minutes: number };

export interface SeriesRun {
  start: string;
  terms: SeriesTerms;
  moves: SeriesMove[];
}

const times = {
  day: fc.integer({ min: 1, max: 9 }),
  halfHour: fc.oneof(fc.constantFrom(3, 4, 5, 18, 19, 20, 46, 47), fc.nat(47)),
  lengthMinutes: fc.constantFrom(30, 60, 60, 120, 180, 1440),
};
const place = fc.nat(60);
const scope = fc.constantFrom<Scope>('THIS', 'FOLLOWING', 'ALL');
const series: fc.Arbitrary<SeriesMove> = fc.record({
  do: fc.constant('series' as const),
  ...times,
  isDaily: fc.boolean(),
  every: fc.constantFrom(1, 1, 2, 3),
  weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 2 }),
  count: fc.integer({ min: 1, max: 8 }),
  skipClashes: fc.boolean(),
});

const move: fc.Arbitrary<SeriesMove> = fc.oneof(
  { weight: 4, arbitrary: series },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('single' as const), ...times }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('confirm' as const), place }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('confirmAll' as const), place, scope, skipClashes: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('decline' as const), place, scope }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('cancel' as const), place, scope }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), place, scope }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      place,
      scope,
      shift: fc.constantFrom(0, 30, -30, 60, -60, 1440, -1440, 10_080),
      grow: fc.constantFrom(0, 0, -30, 60),
      skipClashes: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), place, date: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(60, 600, 1440) }),
  },
);

const terms: fc.Arbitrary<SeriesTerms> = fc.record({
  from: fc.constantFrom(0, 0, 8),
  to: fc.constantFrom(20, 24, 24),
  isAutomatic: fc.boolean(),
  leadTimeMinutes: fc.constantFrom(0, 1440),
  horizonDays: fc.constantFrom(14, 60),
  longestMinutes: fc.constantFrom(120, 1500),
  gapMinutes: fc.constantFrom(0, 30),
});

export const seriesRuns: fc.Arbitrary<SeriesRun> = fc.record({
  start: fc.constantFrom(...STARTS),
  terms,
  // What can be changed comes first, or most of a run would have nothing to act on.
  moves: fc
    .tuple(series, fc.array(move, { minLength: 4, maxLength: 12 }))
    .map(([first, more]) => [first, ...more]),
});
