import { fromGlobalId } from '#graphql';
import * as fc from 'fast-check';
import { queryAsSuperuser } from '../support/cluster.js';
import { MenuActs, type SeenDish } from '../support/menu-acts.js';
import { propertyRuns } from '../support/property-runs.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { SIGN_UP_FAULTS } from '../support/sign-up-faults.js';
import { SignUpModel } from '../support/sign-up-model.js';
import { startWorld, type World } from '../support/world.js';

const RUNS = Number(process.env['SIGN_UP_RUNS'] ?? 8);
/** A slow machine must not look like a refusal. */
const PATIENCE = { connectionTimeoutMillis: 15_000, lock_timeout: 15_000 };
const UNITS = ['clinic', 'food-market', 'police-post', 'developer', 'savings-bank', 'party-school'] as const;
type Unit = (typeof UNITS)[number];
interface Move {
  readonly act: 'sign' | 'setHeads' | 'cancel' | 'setQuota' | 'setPerUnit' | 'allowPassing';
  readonly unit: Unit;
  readonly heads: number;
  readonly quota: number | null;
  readonly passes: boolean;
}

/** Random acts on one dish over HTTP, each against a plain reading of the rules. */
describe('sign-up for a dish', () => {
  let world: World;
  let acts: SignUpActs;

  beforeAll(async () => {
    world = await startWorld({ patience: PATIENCE });
    acts = new SignUpActs(world, new MenuActs(world));
  });
  afterAll(() => world.close());

  const moves: fc.Arbitrary<Move> = fc.record({
    act: fc.oneof(
      { weight: 6, arbitrary: fc.constant('sign' as const) },
      { weight: 3, arbitrary: fc.constantFrom('setHeads' as const, 'cancel' as const) },
      { weight: 2, arbitrary: fc.constant('setQuota' as const) },
      { weight: 1, arbitrary: fc.constantFrom('setPerUnit' as const, 'allowPassing' as const) },
    ),
    unit: fc.constantFrom(...UNITS),
    heads: fc.integer({ min: 1, max: 7 }),
    quota: fc.option(fc.integer({ min: 3, max: 14 }), { freq: 8 }),
    passes: fc.boolean(),
  });

  const play = async (id: string, { act, unit, heads, quota, passes }: Move): Promise<string> => {
    if (act === 'setQuota') return (await acts.change({ id }, { quota })).__typename;
    if (act === 'setPerUnit') return (await acts.change({ id }, { quotaPerUnit: quota })).__typename;
    if (act === 'allowPassing') return (await acts.change({ id }, { allowsPassing: passes })).__typename;
    const own = await acts.find(unit, unit, id);
    const outcome =
      act === 'sign'
        ? await acts.try(unit, 'signUpForDish', { dishId: id, heads })
        : own === null
          ? { __typename: 'WrongState' }
          : act === 'cancel'
            ? await acts.try(unit, 'cancelSignUp', own)
            : await acts.try(unit, 'updateSignUp', { ...own, heads });
    return 'state' in outcome && outcome.state ? outcome.state : outcome.__typename;
  };
  const expected = (model: SignUpModel, { act, unit, heads, quota, passes }: Move): string => {
    if (act === 'setQuota') return model.setQuota(quota);
    if (act === 'setPerUnit') return model.setPerUnit(quota);
    if (act === 'allowPassing') return model.allowPassing(passes);
    return act === 'cancel' ? model.cancel(unit) : model[act](unit, heads);
  };

  /** Which units were told that they were let in. */
  const toldOf = async ({ id }: SeenDish): Promise<string[]> => {
    const told = await queryAsSuperuser<{ code: string }>(
      `SELECT u.code FROM menu_notice n JOIN unit u ON u.region_id = n.region_id AND u.id = n.unit_id
        WHERE n.kind = 'PROMOTED' AND n.dish_id = '${fromGlobalId('Dish', id)}' ORDER BY u.code COLLATE "C"`,
      world.api.database.name,
    );
    return told.map(({ code }) => code);
  };

  it(
    'lets in whom the rules let in, at once and in their order, and tells each once',
    async () => {
      const start = fc.record({
        quota: fc.integer({ min: 4, max: 12 }),
        passes: fc.boolean(),
        all: fc.array(moves, { minLength: 12, maxLength: 24 }),
      });
      await fc.assert(
        fc.asyncProperty(start, async ({ quota, passes, all }) => {
          const dish = await acts.published({ quota, allowsPassing: passes });
          const model = new SignUpModel(quota, null, passes);
          for (const move of all) {
            // So that the latest of a unit is the one that it signed last.
            world.clock.advance(1);
            const said = expected(model, move);
            expect([move, await play(dish.id, move)]).toEqual([move, said]);
            expect(await acts.line('southeast-officer', dish.id)).toEqual(model.line);
          }
          expect(await toldOf(dish)).toEqual(model.promotions.toSorted());
          expect(await queryAsSuperuser(SIGN_UP_FAULTS, world.api.database.name)).toEqual([]);
        }),
        { ...propertyRuns(RUNS), endOnFailure: true },
      );
    },
    RUNS * 15_000,
  );
});
