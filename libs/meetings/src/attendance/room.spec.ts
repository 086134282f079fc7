import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { AttendanceAct } from './attendance-entry.entity.js';
import { attendedBy, isPossible, presentAt, type Passing } from './room.js';

const { ARRIVED, LEFT, EXCUSED } = AttendanceAct;
const at = (minute: number) => new Date(Date.UTC(2026, 11, 9, 6, minute));
const passing = (unitId: string, act: AttendanceAct, minute: number): Passing => ({
  unitId,
  act,
  at: at(minute),
});

/** Arrivals and departures of five units within an hour, as whoever kept the door would have written them down. */
const rooms = fc.array(
  fc.record({
    unit: fc.integer({ min: 0, max: 4 }),
    act: fc.constantFrom(ARRIVED, LEFT, EXCUSED),
    minute: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 40 },
);

/** Said minute by minute: the last thing that one unit did until then is that it came. */
function isThereByHand(passings: readonly Passing[], unitId: string, minute: number): boolean {
  let isThere = false;
  for (let now = 0; now <= minute; now++)
    for (const one of passings)
      if (one.unitId === unitId && one.at.getTime() === at(now).getTime()) isThere = one.act === ARRIVED;
  return isThere;
}

describe('the room', () => {
  it('can be told at any instant afterwards, in whatever order it was written down', () => {
    const property = fc.property(rooms, fc.integer({ min: -1, max: 61 }), (steps, minute) => {
      const kept: Passing[] = [];
      for (const { unit, act, minute: when } of steps) {
        const next = passing(`unit ${unit}`, act, when);
        if (isPossible([...kept.filter(({ unitId }) => unitId === next.unitId), next])) kept.push(next);
      }
      const byHand = [0, 1, 2, 3, 4]
        .map((unit) => `unit ${unit}`)
        .filter((id) => isThereByHand(kept, id, minute));
      expect(presentAt(kept, at(minute))).toEqual(byHand);
      expect(presentAt(kept.toReversed(), at(minute))).toEqual(byHand);
    });
    fc.assert(property, propertyRuns(500));
  });

  it('holds who comes at that instant, and not who goes at it', () => {
    const passings = [passing('a', ARRIVED, 10), passing('a', LEFT, 20)];
    expect([9, 10, 19, 20].map((minute) => presentAt(passings, at(minute)))).toEqual([[], ['a'], ['a'], []]);
  });

  it.each([
    [[passing('a', LEFT, 0)], false],
    [[passing('a', ARRIVED, 0), passing('a', ARRIVED, 5)], false],
    [[passing('a', ARRIVED, 5), passing('a', LEFT, 5)], false],
    [[passing('a', ARRIVED, 0), passing('a', EXCUSED, 5)], false],
    [[passing('a', EXCUSED, 0), passing('a', LEFT, 5)], false],
    [[passing('a', EXCUSED, 0), passing('a', ARRIVED, 5)], true],
    [[passing('a', LEFT, 9), passing('a', ARRIVED, 0), passing('a', ARRIVED, 12)], true],
  ])('is entered before it is left: %#', (passings, expected) => {
    expect(isPossible(passings)).toBe(expected);
  });

  it('says who was late, left early, was excused or never came', () => {
    const [beginning, end] = [at(10), at(60)];
    const attended = (...passings: Passing[]) => attendedBy(passings, beginning, end);
    expect(attended(passing('a', ARRIVED, 5))).toEqual({
      arrivedAt: at(5),
      leftEarlyAt: null,
      lateMinutes: 0,
      isExcused: false,
    });
    const late = [
      passing('a', ARRIVED, 25),
      passing('a', LEFT, 30),
      passing('a', ARRIVED, 35),
      passing('a', LEFT, 50),
    ];
    expect(attended(...late)).toMatchObject({ arrivedAt: at(25), leftEarlyAt: at(50), lateMinutes: 15 });
    expect(attended(passing('a', EXCUSED, 5))).toMatchObject({ arrivedAt: null, isExcused: true });
    expect(attended()).toMatchObject({ arrivedAt: null, isExcused: false });
    expect(attended(passing('a', ARRIVED, 5), passing('a', LEFT, 60)).leftEarlyAt).toBeNull();
  });
});
