import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { assignEvenly, type JudgingPair } from './even-assignment.js';

const NOMINATIONS = ['m', 'k', 'n', 'l', 'p', 'o'];
const JUDGES = ['c', 'a', 'd', 'b', 'f', 'e', 'h', 'g'];

/** Who may score what, out of so many of each. */
const eligibleOf = (nominations: number, judges: number) =>
  fc.subarray(
    NOMINATIONS.slice(0, nominations).flatMap((nominationId) =>
      JUDGES.slice(0, judges).map((judgeId): JudgingPair => ({ nominationId, judgeId })),
    ),
  );
const wishes = fc.record({ wanted: fc.integer({ min: 1, max: 3 }), minimum: fc.integer({ min: 0, max: 3 }) });

/** How many each judge has, the most first, those with nothing too. */
function loadsOf(eligible: readonly JudgingPair[], chosen: readonly JudgingPair[]): number[] {
  const judges = [...new Set(eligible.map(({ judgeId }) => judgeId))];
  const loads = judges.map((judge) => chosen.filter(({ judgeId }) => judgeId === judge).length);
  return loads.toSorted((one, other) => other - one);
}

/** Every choice there is of so many for each nomination. */
function allChoices(
  eligible: readonly JudgingPair[],
  { wanted, minimum }: { wanted: number; minimum: number },
): JudgingPair[][] {
  let choices: JudgingPair[][] = [[]];
  for (const nomination of new Set(eligible.map(({ nominationId }) => nominationId))) {
    const own = eligible.filter(({ nominationId }) => nominationId === nomination);
    if (own.length < minimum) continue;
    const piles = subsets(own).filter((pile) => pile.length === Math.min(wanted, own.length));
    choices = choices.flatMap((choice) => piles.map((pile) => [...choice, ...pile]));
  }
  return choices;
}

function subsets<Item>(all: readonly Item[]): Item[][] {
  return all.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((load, place) => load !== other[place]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function keysOf(pairs: readonly JudgingPair[]): string[] {
  return pairs.map(({ nominationId, judgeId }) => `${nominationId}${judgeId}`);
}

describe('assignEvenly', () => {
  it('is one of the choices, and none is more even', () => {
    const property = fc.property(eligibleOf(4, 4), wishes, (eligible, wish) => {
      const choices = allChoices(eligible, wish);
      const chosen = assignEvenly(eligible, wish);
      const names = new Set(choices.map((choice) => keysOf(choice).toSorted().join()));
      expect(names).toContain(keysOf(chosen).toSorted().join());
      const [best] = choices.map((choice) => loadsOf(eligible, choice)).toSorted(compare);
      expect(loadsOf(eligible, chosen)).toEqual(best);
    });
    fc.assert(property, propertyRuns(400));
  });

  it('leaves nobody who could hand one on, by others if need be, to somebody with two fewer', () => {
    const property = fc.property(eligibleOf(6, 8), wishes, (eligible, wish) => {
      const chosen = assignEvenly(eligible, wish);
      const loadOf = (judge: string): number => chosen.filter(({ judgeId }) => judgeId === judge).length;
      for (const judge of JUDGES) {
        for (const other of canHandTo(judge, eligible, chosen)) {
          expect(loadOf(judge) - loadOf(other)).toBeLessThan(2);
        }
      }
    });
    fc.assert(property, propertyRuns(200));
  });

  it('gives the same answer in whichever order the pairs come, each once', () => {
    const property = fc.property(eligibleOf(6, 8), wishes, (eligible, wish) => {
      const chosen = assignEvenly(eligible, wish);
      expect(assignEvenly([...eligible.toReversed(), ...eligible], wish)).toEqual(chosen);
      expect(keysOf(chosen)).toEqual([...new Set(keysOf(chosen))].toSorted());
    });
    fc.assert(property, propertyRuns(200));
  });

  it('has the conflicted few score what only they may, and the others the rest', () => {
    const eligible = ['ma', 'mb', 'na', 'nb', 'nc', 'nd'].map((pair) => ({
      nominationId: pair.charAt(0),
      judgeId: pair.charAt(1),
    }));
    expect(keysOf(assignEvenly(eligible, { wanted: 2, minimum: 2 }))).toEqual(['ma', 'mb', 'nc', 'nd']);
  });
});

/** All judges to whom one of the judge's nominations can come, each judge on the way handing on one of theirs. */
function canHandTo(
  judge: string,
  eligible: readonly JudgingPair[],
  chosen: readonly JudgingPair[],
): Set<string> {
  const has = new Set(keysOf(chosen));
  const reached = new Set([judge]);
  for (const from of reached) {
    const theirs = chosen.filter(({ judgeId }) => judgeId === from).map(({ nominationId }) => nominationId);
    for (const { nominationId, judgeId } of eligible)
      if (theirs.includes(nominationId) && !has.has(nominationId + judgeId)) reached.add(judgeId);
  }
  return reached;
}
