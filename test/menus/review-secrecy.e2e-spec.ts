import { queryAsSuperuser } from '../support/cluster.js';
import { dumpAll } from '../meetings/ballot-secrecy/traces.js';
import { DoingActs } from '../support/doing-acts.js';
import { startWorld, type World } from '../support/world.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const HOLDERS = ['clinic', 'southeast-officer'] as const;
const STORED = `SELECT 'code' AS kind, id::text, xmin::text, cmin::text, ctid::text FROM review_code WHERE is_used
  UNION ALL SELECT 'review', id::text, xmin::text, cmin::text, ctid::text FROM dish_review
  UNION ALL SELECT 'waiting', id::text, xmin::text, cmin::text, ctid::text FROM waiting_review`;

interface StoredRow {
  readonly kind: string;
  readonly id: string;
  readonly xmin: string;
  readonly cmin: string;
  readonly ctid: string;
}

describe('what residents say with codes', () => {
  let world: World;
  let acts: DoingActs;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    acts = new DoingActs(world);
    now = world.clock.now();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });
  beforeEach(async () => {
    world.clock.set(now);
    for (const table of ['dish_reviewer', 'dish_review', 'waiting_review', 'review_code'])
      await queryAsSuperuser(`DELETE FROM ${table}`, world.api.database.name);
  });

  const handedOut = async (count: number) => {
    const dish = await acts.published();
    acts.setClock(16, '12:00');
    await acts.note('clinic', dish.dateId, count);
    return { ...dish, paths: await acts.paths(dish.dateId, count) };
  };
  const give = async (path: string, mark: number) => {
    world.clock.advance(60_000);
    const payload = `mark=${mark}&comment=${encodeURIComponent(`我打${mark}分`)}`;
    const { statusCode } = await world.nobody().send({ method: 'POST', url: path, payload, headers: FORM });
    expect(statusCode).toBe(200);
  };
  const giveAll = async (paths: readonly string[]) => {
    for (const [at, path] of paths.entries()) await give(path, 1 + (at % 5));
  };
  const midnight = async (day: string) => {
    world.clock.set(new Date(`${day}T00:00:00+08:00`));
    await acts.releaseReviews();
  };
  const released = async (account: string, dishId: string) => {
    const seen = await acts.seen(account, dishId);
    return [seen?.figures?.reviewCount, seen?.reviews.totalCount];
  };
  const stored = () => queryAsSuperuser<StoredRow>(STORED, world.api.database.name);

  it('changes nothing that anybody reads while they say it, not even for who asks each code whether it was used', async () => {
    const { dishId, paths } = await handedOut(12);
    const seenByAll = async () =>
      JSON.stringify(
        await Promise.all(
          [...HOLDERS, 'savings-bank', 'zhoupu-steward'].map((account) => acts.seen(account, dishId)),
        ),
      ).replaceAll(/"code":"\d{6}"/g, '');
    const before = await seenByAll();
    for (const [at, path] of paths.entries()) {
      await give(path, 1 + (at % 5));
      expect((await world.nobody().send({ method: 'GET', url: path })).statusCode).toBe(410);
      expect(await seenByAll()).toBe(before);
    }
  });

  it('is read in lots of five at least: all but five at the turn of a day, the rest when no more can come', async () => {
    const { dishId, paths } = await handedOut(14);
    await giveAll(paths.slice(0, 9));
    await midnight('2026-12-17');
    for (const account of HOLDERS) expect(await released(account, dishId)).toEqual([0, 0]);
    await giveAll(paths.slice(9, 13));
    await acts.releaseReviews();
    for (const account of HOLDERS) expect(await released(account, dishId)).toEqual([8, 8]);
    await midnight('2026-12-18');
    await midnight('2026-12-30');
    for (const account of HOLDERS) expect(await released(account, dishId)).toEqual([8, 8]);
    world.clock.set(new Date('2026-12-30T11:00:00+08:00'));
    await acts.releaseReviews();
    for (const account of HOLDERS) expect(await released(account, dishId)).toEqual([13, 13]);
    const seen = await acts.seen('clinic', dishId);
    expect(seen?.figures?.meanMark).toBe('2.69');
    expect(seen?.reviews.edges.map(({ node }) => node.mark).toSorted()).toEqual([
      1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5,
    ]);
    expect(new Set(seen?.reviews.edges.map(({ node }) => node.day))).toEqual(
      new Set(['2026-12-17', '2026-12-30']),
    );
  });

  it('stands nowhere with its code from the turn of the day on: no row is left of the act in which it was said', async () => {
    const { paths } = await handedOut(14);
    await giveAll(paths.slice(0, 12).toReversed());
    const given = await stored();
    // While they wait, who reads past all walls sees them together: what the test must find.
    const acted = new Set(given.filter(({ kind }) => kind === 'code').map(({ xmin }) => xmin));
    expect(acted.size).toBe(12);
    expect(new Set(given.filter(({ kind }) => kind === 'waiting').map(({ xmin }) => xmin))).toEqual(acted);
    await midnight('2026-12-17');

    const left = await stored();
    const kinds = (kind: string) => left.filter((row) => row.kind === kind);
    expect([kinds('code').length, kinds('review').length, kinds('waiting').length]).toEqual([12, 7, 5]);
    expect(new Set(left.map(({ xmin }) => xmin)).size).toBe(1);
    for (const kind of ['code', 'review']) {
      expect(new Set(kinds(kind).map(({ cmin }) => cmin)).size).toBe(1);
    }
    const ids = new Set(given.filter(({ kind }) => kind === 'waiting').map(({ id }) => id));
    expect(left.filter(({ id }) => ids.has(id))).toEqual([]);
    const traces = (await dumpAll(world)).filter(
      ({ xmin, xmax }) => acted.has(String(xmin)) || acted.has(String(xmax)),
    );
    expect(traces.map(({ table }) => table)).toEqual([]);
  });

  it('is released of a dish whose menu is closed, and of one whose later dates are cancelled', async () => {
    const { dishId, paths } = await handedOut(3);
    await giveAll(paths.slice(0, 2));
    await midnight('2027-01-01');
    await acts.menus.onMenu('closeMenu', await acts.menus.menu());
    expect(await released('clinic', dishId)).toEqual([2, 2]);
    await acts.releaseReviews();
    expect(await released('clinic', dishId)).toEqual([2, 2]);
  });
});
