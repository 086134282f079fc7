import { Client } from 'pg';
import { DoingActs } from '../support/doing-acts.js';
import { MenuActs, onPastDay, onDay, type MenuOutcome, type SeenDish } from '../support/menu-acts.js';
import { untilWaiting } from '../support/until-waiting.js';
import { startWorld, type World } from '../support/world.js';

const ROUNDS = 6;
const PATIENCE = { connectionTimeoutMillis: 15_000, lock_timeout: 15_000, statement_timeout: 20_000 };

/** Two at once over HTTP, on one menu: they come one after the other, whoever is first. */
describe('acts on a menu under a race', () => {
  let world: World;
  let past: MenuActs;
  let acts: MenuActs;
  let holder: Client;
  let minutes = 0;

  beforeAll(async () => {
    world = await startWorld({ patience: PATIENCE });
    past = new MenuActs(world, 'southeast', '2026-11-01');
    acts = new MenuActs(world);
    holder = new Client({ connectionString: world.api.database.superuserUrl });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await world.close();
  });

  /** The next five minutes of November that no other case takes. */
  const free = () => {
    const from = Date.parse(onPastDay(1, '08:00').startsAt) + 300_000 * minutes++;
    return { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 300_000).toISOString() };
  };

  /** Each has done all but its audit lines, which end an act, or waits for another, ere any goes on. */
  async function meet<T>(...plays: readonly (() => Promise<T>)[]): Promise<T[]> {
    await holder.query('BEGIN; LOCK TABLE audit_line IN SHARE MODE');
    const begun: Promise<T>[] = [];
    let waiting = 0;
    for (const play of plays) {
      const playing = play();
      begun.push(playing);
      waiting++;
      // What is refused at once waits for nobody.
      await Promise.race([playing.then(() => waiting--), untilWaiting(holder, waiting)]);
    }
    await holder.query('COMMIT');
    return Promise.all(begun);
  }

  const names = (outcomes: readonly MenuOutcome[]) => outcomes.map(({ __typename }) => __typename);
  const change = (dish: SeenDish, input: object) => () =>
    past.tryAct(past.secretary, 'updateDish', { id: dish.id, version: dish.version, input });

  it('of two records that are put to one place, one is', async () => {
    const records = async () => {
      const dates = [free()];
      return [
        await past.recorded('southeast-officer', { title: '象棋', place: '甲', dates }),
        await past.act('southeast-officer', 'recordDish', {
          input: past.past({ kind: 'SERVICE_DAY', title: '义诊', place: '乙', dates }),
          onBehalfOf: world.unit('clinic'),
        }),
      ] as const;
    };
    const changes = [
      [{ place: '丙' }, { place: '丙', kind: 'SERVICE' }],
      [{ place: '乙' }, { kind: 'SERVICE' }],
    ];
    for (const inputs of changes) {
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const dishes = await records();
        const plays = dishes.map((dish, at) => change(dish, inputs[at]!));
        const met = await meet(...order.map((at) => plays[at]!));
        expect([inputs, order, ...names(met)]).toEqual([inputs, order, 'Dish', 'DishClash']);
      }
      for (let round = 0; round < ROUNDS; round++) {
        const dishes = await records();
        const all = await Promise.all(dishes.map((dish, at) => change(dish, inputs[at]!)()));
        expect(names(all).toSorted()).toEqual(['Dish', 'DishClash']);
      }
    }
    expect(world.api.failures).toEqual([]);
  });

  it('of a record that is struck out and what would rest on it, one is', async () => {
    const doing = new DoingActs(world);
    const what = { heads: 3, hours: '1', what: '问了三户' };
    for (const isFirst of [true, false]) {
      const dish = await past.recorded('southeast-officer', { dates: [free()] });
      const strike = async () => (await past.tryAct(past.secretary, 'cancelDish', dish)).__typename;
      const note = async () =>
        (await doing.note('southeast-officer', dish.dates[0]?.id ?? '', 3, 'clinic')).__typename;
      const file = async () =>
        (await doing.act('southeast-officer', 'fileDishOutcome', { dishId: dish.id, input: what }))
          .__typename;
      if (isFirst) expect(await meet(strike, note, file)).toEqual(['Dish', 'WrongState', 'WrongState']);
      else expect(await meet(note, strike)).toEqual(['DishCheckIn', 'WrongState']);
    }
    expect(world.api.failures).toEqual([]);
  });

  it('of a menu that is closed and a record for its month, the later one is refused', async () => {
    const record = (there: MenuActs, month: string) => async () => {
      const { startsAt, endsAt } = free();
      const dates = [{ startsAt, endsAt }].map((span) => ({
        startsAt: span.startsAt.replace('-11-', month),
        endsAt: span.endsAt.replace('-11-', month),
      }));
      const { secretary } = there;
      return (await there.tryAct(secretary, 'recordDish', { input: there.past({ dates }) })).__typename;
    };
    for (const [month, isFirst] of [
      ['-10-', true],
      ['-09-', false],
    ] as const) {
      const there = new MenuActs(world, 'southeast', `2026${month}01`);
      expect(await record(there, month)()).toBe('Dish');
      const menu = await there.menu();
      const close = async () => (await there.tryAct(there.secretary, 'closeMenu', menu)).__typename;
      if (isFirst) expect(await meet(close, record(there, month))).toEqual(['Menu', 'WrongState']);
      else expect(await meet(record(there, month), close)).toEqual(['Dish', 'Menu']);
      expect((await there.menu()).state).toBe('CLOSED');
    }
    expect(world.api.failures).toEqual([]);
  });

  it('of a dish that goes back to its unit and the menu that is published, both know of the other', async () => {
    const publish = async () => acts.tryAct(acts.secretary, 'publishMenu', await acts.menu());
    for (const [account, name] of [
      [acts.secretary, 'returnDish'],
      ['clinic', 'withdrawDish'],
    ] as const) {
      for (const isFirst of [true, false]) {
        const title = `${name} ${isFirst}`;
        const dish = await acts.taken('clinic', { title, dates: [onDay(16)] });
        await acts.taken('food-market', { title: `${title}, beside`, dates: [onDay(17)] });
        const back = () => acts.tryAct(account, name, dish);
        const plays = isFirst ? [back, publish] : [publish, back];
        const met = await meet(...plays);
        expect([title, ...names(met)]).toEqual(
          isFirst ? [title, 'Dish', 'Menu'] : [title, 'Menu', 'StaleVersion'],
        );
        const [version] = (await acts.menu()).versions;
        expect(version?.dishes.some((shown) => shown.title === title)).toBe(!isFirst);
      }
    }
    expect(world.api.failures).toEqual([]);
  });
});
