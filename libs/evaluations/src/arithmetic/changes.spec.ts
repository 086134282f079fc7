import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { findChanges, type Placing } from './changes.js';

const place = (nominationId: string, rank: number | null, awardId: string | null = null): Placing => ({
  nominationId,
  rank,
  awardId,
});

describe('findChanges', () => {
  it('names whose rank or award differs, the first first, and those that do not stand any more last', () => {
    const before = [place('a', 1, 'first'), place('b', 2), place('c', 3), place('d', 4), place('e', null)];
    const after = [
      place('b', 1, 'first'),
      place('d', 2, 'second'),
      place('c', 3),
      place('e', null),
      place('f', null),
    ];
    const said = findChanges(before, after).map(
      ({ nominationId, before: was, after: is }) =>
        `${nominationId} ${was ? (was.rank ?? 'unranked') : 'absent'} → ${is ? (is.rank ?? 'unranked') : 'absent'}`,
    );
    expect(said).toEqual(['b 2 → 1', 'd 4 → 2', 'a 1 → absent', 'f absent → unranked']);
  });

  it('names an award that is withheld though no rank differs', () => {
    const [before, after] = [place('a', 1, 'first'), place('a', 1)];
    expect(findChanges([before], [after])).toEqual([{ nominationId: 'a', before, after }]);
  });

  it('turns the one result into the other, in whichever order they come', () => {
    const result = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc
              .tuple(fc.constantFrom(1, 2, null), fc.constantFrom('x', null))
              .map(([rank, award]) => place(id, rank, award)),
          ),
        ),
      );
    const property = fc.property(result, result, (before, after) => {
      const changes = findChanges(before, after);
      expect(findChanges(before.toReversed(), after.toReversed())).toEqual(changes);
      const turned = new Map(before.map((one) => [one.nominationId, one]));
      for (const { nominationId, before: was, after: is } of changes) {
        expect(was).toEqual(turned.get(nominationId) ?? null);
        expect(is).not.toEqual(was);
        if (is) turned.set(nominationId, is);
        else turned.delete(nominationId);
      }
      expect(turned).toEqual(new Map(after.map((one) => [one.nominationId, one])));
      expect(new Set(changes.map(({ nominationId }) => nominationId)).size).toBe(changes.length);
    });
    fc.assert(property, propertyRuns(300));
  });
});
