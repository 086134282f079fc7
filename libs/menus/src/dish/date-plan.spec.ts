import { MS_PER_DAY, type Span } from '#calendar';
import { ApiError } from '#graphql';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { planDates } from './date-plan.js';
import { DishDate } from './dish-date.entity.js';
import type { DishDateInput } from './dish.inputs.js';

const WITHIN = spanOf(1, 9);
const NOW = new Date(spanOf(3).startsAt.getTime() + 1);
const DAYS = [2, 3, 4, 5, 6, 7, 8];

function spanOf(day: number, until = day + 1): Span {
  return { startsAt: new Date(day * MS_PER_DAY), endsAt: new Date(until * MS_PER_DAY) };
}

function dateOf(id: string, day: number): DishDate {
  return Object.assign(new DishDate(), { id, ...spanOf(day) });
}

/** Days alone, which is all that is random here. */
interface Wish {
  readonly id: string | null;
  readonly day: number;
}

interface Outcome {
  readonly stands: readonly string[];
  readonly whole: readonly number[];
  readonly isTouchedTwice: boolean;
}

/** What must stand in the end by id, `new` where there was none, or null where it is refused: said in rules, not steps. */
function slowly(standing: ReadonlyMap<string, number>, wishes: readonly Wish[]): Outcome | null {
  const ids = wishes.flatMap(({ id }) => id ?? []);
  const days = wishes.map(({ day }) => day);
  const begun = (day: number): boolean => day <= 3;
  const isOnly = standing.size === 1 && wishes.length === 1 && ids.length === 0;
  const spare = (day: number) =>
    [...standing].find(([id, at]) => (at === day || (isOnly && !begun(at))) && !ids.includes(id));
  const end = [
    ...wishes.map(({ id, day }) => `${id ?? spare(day)?.[0] ?? 'new'} ${day}`),
    ...[...standing].flatMap(([id, day]) =>
      begun(day) && !ids.includes(id) && !wishes.some((one) => !one.id && one.day === day)
        ? [`${id} ${day}`]
        : [],
    ),
  ];
  const isRefused =
    new Set(ids).size < ids.length ||
    ids.some((id) => !standing.has(id)) ||
    wishes.some(({ id, day }) => id && standing.get(id) !== day && begun(standing.get(id) ?? 0)) ||
    wishes.some(({ id, day }) => begun(day) && standing.get(id ?? spare(day)?.[0] ?? '') !== day) ||
    new Set(days).size < days.length ||
    new Set(end.map((one) => one.split(' ')[1])).size < end.length ||
    end.length === 0;
  if (isRefused) return null;
  const ends = end.map((one) => Number(one.split(' ')[1]));
  const whole = [Math.min(...ends), Math.max(...ends) + 1];
  return { stands: byText(end), whole, isTouchedTwice: false };
}

/** What stands by id, from when to when in all, and whether a date was met twice. */
function stored(standing: readonly DishDate[], wishes: readonly Wish[]): Outcome {
  const wanted = wishes.map(({ id, day }): DishDateInput => ({ id, ...spanOf(day) }));
  const { moved, added, dropped, whole } = planDates(standing, wanted, { now: NOW, within: WITHIN });
  const touched = [...moved.map(({ date }) => date), ...dropped];
  const all = [
    ...standing.filter((date) => !touched.includes(date)).map((date) => `${date.id} ${dayOf(date.startsAt)}`),
    ...moved.map(({ date, to }) => `${date.id} ${dayOf(to.startsAt)}`),
    ...added.map(({ startsAt }) => `new ${dayOf(startsAt)}`),
  ];
  return {
    stands: byText(all),
    whole: [dayOf(whole.startsAt), dayOf(whole.endsAt)],
    isTouchedTwice: new Set(touched).size < touched.length,
  };
}

/** Null for what is refused. */
function found(work: () => Outcome): Outcome | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function dayOf(instant: Date): number {
  return instant.getTime() / MS_PER_DAY;
}

function byText(all: readonly string[]): string[] {
  return all.toSorted((one, other) => one.localeCompare(other));
}

const SETS = fc.uniqueArray(fc.constantFrom(...DAYS), { maxLength: 4 });
const WISHES = fc.array(
  fc.record({ id: fc.constantFrom(null, null, 'A', 'B', 'C', 'D'), day: fc.constantFrom(...DAYS) }),
  { maxLength: 4 },
);

describe('planDates', () => {
  it('leaves what the rules say, each date once, from the first that stands to the last', () => {
    const property = fc.property(SETS, WISHES, (days, wishes) => {
      const standing = days.map((day, at) => dateOf('ABCD'.charAt(at), day));
      const expected = slowly(new Map(standing.map(({ id }, at) => [id, days[at] ?? 0])), wishes);
      expect(found(() => stored(standing, wishes))).toEqual(expected);
    });
    fc.assert(property, propertyRuns(3000));
  });

  it('takes an item without an id for no date that another item names', () => {
    const standing = [dateOf('A', 6), dateOf('B', 8)];
    const wishes = [
      { id: 'A', day: 5 },
      { id: null, day: 6 },
      { id: 'B', day: 8 },
    ];
    expect(stored(standing, wishes).stands).toEqual(['A 5', 'B 8', 'new 6']);
  });

  it('puts the only date to the only time that is said, and adds one to a date that has begun', () => {
    const wishes = [{ id: null, day: 6 }];
    expect(stored([dateOf('A', 4)], wishes).stands).toEqual(['A 6']);
    expect(stored([dateOf('A', 3)], wishes).stands).toEqual(['A 3', 'new 6']);
    expect(stored([dateOf('A', 4), dateOf('B', 5)], wishes).stands).toEqual(['new 6']);
    expect(stored([dateOf('A', 4)], [...wishes, { id: null, day: 7 }]).stands).toEqual(['new 6', 'new 7']);
  });
});
