import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { SignUpModel } from '../../../../test/support/sign-up-model.js';
import { SignUpState } from './sign-up.entity.js';
import {
  freeHeads,
  mayEnter,
  NOBODY,
  recount,
  whoEnters,
  type Counts,
  type Door,
  type Group,
} from './waiting-line.js';

const { CONFIRMED, WAITING } = SignUpState;
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

interface Standing extends Group {
  readonly unit: string;
}

/** One dish as the services keep it: groups as they stand in line, and counts that are never summed up anew. */
class Line {
  groups: Standing[] = [];
  counts: Counts = NOBODY;

  constructor(private door: Door) {}

  sign(unit: string, heads: number): void {
    const state = mayEnter(this.door, this.counts, heads) ? CONFIRMED : WAITING;
    this.settle(null, { unit, heads, state });
  }

  setHeads(was: Standing, heads: number): void {
    const more = heads - was.heads;
    if (more > 0 && was.state === CONFIRMED && !mayEnter(this.door, this.counts, more)) return;
    this.settle(was, { ...was, heads });
  }

  cancel(was: Standing): void {
    this.settle(was, null);
  }

  open(door: Door): void {
    this.door = door;
    this.letIn();
  }

  /** A group that waits and grows goes to the end of the line; every other keeps its place. */
  private settle(was: Standing | null, is: Standing | null): void {
    const at = was === null ? -1 : this.groups.indexOf(was);
    const goesToEnd = was === null || (is?.state === WAITING && is.heads > was.heads);
    const left = this.groups.filter((one) => one !== was);
    if (is) left.splice(goesToEnd ? left.length : at, 0, is);
    this.groups = left;
    this.counts = recount(this.counts, was, is);
    this.letIn();
  }

  private letIn(): void {
    const waiting = this.groups.filter(({ state }) => state === WAITING);
    for (const was of whoEnters(this.door, this.counts, waiting)) {
      const is = { ...was, state: CONFIRMED };
      this.groups[this.groups.indexOf(was)] = is;
      this.counts = recount(this.counts, was, is);
    }
  }
}

function countAnew(groups: readonly Standing[]): Counts {
  const of = (state: SignUpState) => groups.filter((group) => group.state === state);
  const heads = (state: SignUpState) => of(state).reduce((sum, group) => sum + group.heads, 0);
  return {
    confirmedHeads: heads(CONFIRMED),
    confirmedGroups: of(CONFIRMED).length,
    waitingHeads: heads(WAITING),
    waitingGroups: of(WAITING).length,
  };
}

const moves = fc.record({
  act: fc.constantFrom('sign', 'sign', 'sign', 'setHeads', 'cancel', 'setQuota', 'allowPassing'),
  unit: fc.constantFrom(...UNITS),
  heads: fc.integer({ min: 1, max: 6 }),
  quota: fc.option(fc.integer({ min: 1, max: 14 }), { freq: 8 }),
  passes: fc.boolean(),
});
const stories = fc.record({
  quota: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 8 }),
  passes: fc.boolean(),
  all: fc.array(moves, { maxLength: 40 }),
});

describe('the waiting line of a dish', () => {
  it('lets in whom a plain reading of the rules lets in, and keeps the counts', () => {
    const property = fc.property(stories, ({ quota, passes, all }) => {
      const model = new SignUpModel(quota, null, passes);
      let door: Door = { quota, allowsPassing: passes };
      const line = new Line(door);
      for (const move of all) {
        const own = line.groups.find(({ unit }) => unit === move.unit);
        const fits = move.heads <= (door.quota ?? move.heads);
        if (move.act === 'setQuota') {
          if (model.setQuota(move.quota) !== 'Dish') continue;
          line.open((door = { ...door, quota: move.quota }));
        } else if (move.act === 'allowPassing') {
          model.allowPassing(move.passes);
          line.open((door = { ...door, allowsPassing: move.passes }));
        } else if (move.act === 'sign' && !own && fits) {
          model.sign(move.unit, move.heads);
          line.sign(move.unit, move.heads);
        } else if (move.act === 'setHeads' && own && fits) {
          model.setHeads(move.unit, move.heads);
          line.setHeads(own, move.heads);
        } else if (move.act === 'cancel' && own) {
          model.cancel(move.unit);
          line.cancel(own);
        }
        expect(line.groups.map(({ unit, heads, state }) => [unit, heads, state])).toEqual(model.line);
        expect(line.counts).toEqual(countAnew(line.groups));
        expect(freeHeads(door, line.counts)).toBeGreaterThanOrEqual(0);
      }
    });
    fc.assert(property, propertyRuns(2_000));
  });

  it.each([
    [false, [4, 2, 1], []],
    [true, [4, 2, 1], [2, 1]],
    [false, [2, 4, 1], [2]],
    [true, [2, 4, 1], [2, 1]],
    [false, [3], [3]],
  ])('with room for three, passing %p, of groups of %p lets in %p', (allowsPassing, waiting, entering) => {
    const counts = { ...NOBODY, confirmedHeads: 7, confirmedGroups: 2 };
    const line = waiting.map((heads) => ({ heads }));
    expect(whoEnters({ quota: 10, allowsPassing }, counts, line).map(({ heads }) => heads)).toEqual(entering);
  });

  it('lets nobody pass who waits, though there is room', () => {
    const counts = { confirmedHeads: 7, confirmedGroups: 2, waitingHeads: 4, waitingGroups: 1 };
    expect([false, true].map((allowsPassing) => mayEnter({ quota: 10, allowsPassing }, counts, 3))).toEqual([
      false,
      true,
    ]);
    expect(mayEnter({ quota: 10, allowsPassing: true }, counts, 4)).toBe(false);
    expect(mayEnter({ quota: null, allowsPassing: false }, NOBODY, 1_000)).toBe(true);
  });
});
