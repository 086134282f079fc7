import { openDataSource } from '#database';
import { JobHandlers } from '#jobs';
import { ChangeEvent, FixedClock, RandomIdSource, Tenancy, type TenantTransaction } from '#tenancy';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  asSuperuser,
  createTestDatabase,
  queryAsSuperuser,
  type TestDatabase,
} from '../../../test/support/cluster.js';
import { until } from '../../../test/support/processes.js';
import { ChangeFeed, type HeardChange } from './change-feed.js';
import { ChangeHub, type Watch } from './change-hub.js';
import { CHANGE_DAYS, ChangeSweep } from './change-sweep.js';

/** A process that listens, and all that it has heard of a region. */
interface Process {
  readonly hub: ChangeHub;
  readonly heard: HeardChange[];
  readonly faults: unknown[];
  readonly watch: Watch;
  close(): Promise<void>;
}

const ACTS = 60;
const BACKLOG = 5_000;
const NOTHING_AUDITED = { unitCode: null, committeeNetworkIds: [], networkIds: [], personIds: [] };

describe('what changes in a region', () => {
  let database: TestDatabase;
  let writer: DataSource;
  let tenancy: Tenancy;
  const processes: Process[] = [];
  const regionId = randomUUID();
  const unitId = randomUUID();
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');

  const open = (poolSize: number): Promise<DataSource> =>
    openDataSource({
      url: database.appUrl,
      entities: [ChangeEvent],
      poolSize,
      applicationName: 'spec',
      patience: { connectionTimeoutMillis: 60_000 },
    });

  const listen = async (region = regionId): Promise<Process> => {
    const dataSource = await open(2);
    const hub = new ChangeHub(dataSource, new ChangeFeed(dataSource));
    const heard: HeardChange[] = [];
    const faults: unknown[] = [];
    hub.tellFaults((error) => faults.push(error));
    const watch = await hub.watch(region, (events) => void heard.push(...events));
    const close = async (): Promise<void> => {
      await hub.onModuleDestroy();
      await dataSource.destroy();
    };
    const process = { hub, heard, faults, watch, close };
    processes.push(process);
    return process;
  };

  /** As an act leaves it; every one in a transaction of its own. */
  const change = async (thingId = randomUUID(), wait = 0, tx?: TenantTransaction): Promise<string> => {
    if (!tx) return tenancy.writeAsUnit({ regionId, unitId }, (opened) => change(thingId, wait, opened));
    await tx.manager.insert(ChangeEvent, {
      ...NOTHING_AUDITED,
      regionId,
      id: tx.newId(),
      at: tx.now,
      step: 0,
      thingType: 'Booking',
      thingId,
      part: 'Booking',
      act: 'CONFIRMED',
      unitId,
      unitIds: [unitId],
    });
    await tx.query('SELECT pg_notify($1, $2)', ['lianjian_changes', regionId]);
    if (wait > 0) await pause(wait);
    return thingId;
  };

  const things = ({ heard }: Process): string[] => heard.map(({ thingId }) => thingId);

  beforeAll(async () => {
    database = await createTestDatabase();
    writer = await open(12);
    tenancy = new Tenancy(writer, clock, new RandomIdSource());
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await writer.destroy();
    await database.drop();
  });

  it('is heard by every process once, in one order, whichever act is stored first; and never what was rolled back', async () => {
    const [one, other] = [await listen(), await listen()];
    const stored: string[] = [];
    await Promise.all(
      Array.from({ length: ACTS }, async (_, index) => {
        await pause(index % 7);
        if (index % 5 === 0) {
          const undone = tenancy.writeAsUnit({ regionId, unitId }, async (tx) => {
            await change(randomUUID(), index % 3, tx);
            throw new Error('rolled back');
          });
          await expect(undone).rejects.toThrow('rolled back');
        } else stored.push(await change(randomUUID(), (index * 13) % 11));
      }),
    );
    await until('both have heard all', () =>
      [one, other].every(({ heard }) => heard.length >= stored.length),
    );
    expect(things(one).toSorted()).toEqual(stored.toSorted());
    expect(other.heard).toEqual(one.heard);
    const positions = one.heard.map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0) + index));
  });

  it('is caught up from any position without a gap, also what was stored after it by an act begun before', async () => {
    const feed = new ChangeFeed(writer);
    const { last: before } = await feed.tell(regionId, Number.MAX_SAFE_INTEGER, 0);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = tenancy.writeAsUnit({ regionId, unitId }, async (tx) => {
      const thingId = await change(randomUUID(), 0, tx);
      begun();
      await held;
      return thingId;
    });
    await hasBegun;
    const quick = await change();
    const first = await feed.tell(regionId, before, 100);
    expect(first.events.map(({ thingId }) => thingId)).toEqual([quick]);
    release();
    const late = await slow;
    const second = await feed.tell(regionId, first.last, 100);
    expect(second.events.map(({ thingId }) => thingId)).toEqual([late]);
    const all = await feed.tell(regionId, before, 1);
    expect(all.events.map(({ thingId }) => thingId)).toEqual([quick]);
    expect(all.last).toBe(second.last);
  });

  it('is heard after a lost connection, and nothing twice', async () => {
    const process = await listen();
    const first = await change();
    await until('it is heard', () => process.heard.length === 1);
    await asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'lianjian changes' AND datname = '${database.name}'`,
      database.name,
    );
    const second = await change();
    await until('it has come back', () => process.heard.length === 2);
    expect(things(process)).toEqual([first, second]);
    expect(process.faults.length).toBeGreaterThan(0);
  });

  it('is not heard by who watches another region, nor after the end', async () => {
    const [own, other] = [await listen(), await listen(randomUUID())];
    const first = await change();
    await until('it is heard', () => own.heard.length === 1);
    own.watch.end();
    await change();
    const late = await listen();
    const third = await change();
    await until('it is heard', () => late.heard.length === 1);
    expect([things(own), things(other), things(late)]).toEqual([[first], [], [third]]);
  });

  /** As acts leave them while nobody watches. */
  const layDown = (region: string, count: number, at = clock.now()): Promise<unknown> =>
    asSuperuser(
      `INSERT INTO change_event (region_id, id, at, step, thing_type, thing_id, part, act, unit_id, unit_ids,
         network_ids, committee_network_ids, person_ids)
       SELECT '${region}', gen_random_uuid(), timestamptz '${at.toISOString()}' + make_interval(secs => n % 97), n,
         'Booking', gen_random_uuid(), 'Booking', 'CONFIRMED', '${unitId}', ARRAY['${unitId}']::uuid[], '{}', '{}', '{}'
       FROM generate_series(1, ${count}) AS n`,
      database.name,
    );

  /** No position of the region can be given meanwhile. */
  const positionsHeld = async (region: string, work: () => Promise<unknown>): Promise<void> => {
    const holder = await open(1);
    await holder.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('change_event ' || $1::uuid, 0))`, [
        region,
      ]);
      await work();
    });
    await holder.destroy();
  };

  it('is heard once and in order by all who watch, however much of it has no position yet', async () => {
    const region = randomUUID();
    const watching = [await listen(region), await listen(region)];
    await layDown(region, BACKLOG);
    await asSuperuser(`SELECT pg_notify('lianjian_changes', '${region}')`, database.name);
    await until('both have heard all', () => watching.every(({ heard }) => heard.length >= BACKLOG));
    for (const { heard, faults } of watching) {
      expect(faults).toEqual([]);
      expect(heard.map(({ position }) => position)).toEqual(heard.map((_, index) => index + 1));
      expect(new Set(heard.map(({ id }) => id)).size).toBe(BACKLOG);
    }
    expect(watching[1]?.heard).toEqual(watching[0]?.heard);
  });

  it('has its position before anybody goes on from there, also in an act, which keeps nobody waiting', async () => {
    const feed = new ChangeFeed(writer);
    const region = randomUUID();
    await layDown(region, 2_500);
    const unit = { regionId: region, unitId };
    await tenancy.writeAsUnit(unit, async (tx) => {
      expect(await feed.findLast(tx)).toBe('2500');
      // Nobody is held up while this act goes on.
      await positionsHeld(region, async () => {});
    });
    await layDown(region, 2_500);
    expect(await feed.tell(region, 5_000, 0)).toEqual({ first: 1, last: 5_000, events: [] });
  });

  it('is given its position, and forgotten, by the worker in every region, watched or not, whatever fails in another', async () => {
    const feed = new ChangeFeed(writer);
    const regions = [randomUUID(), randomUUID()];
    for (const [index, region] of regions.entries()) {
      await asSuperuser(
        `INSERT INTO region (id, code, name, time_zone) VALUES ('${region}', 'sweep-${index}', '区', 'Asia/Shanghai')`,
        database.name,
      );
      await layDown(region, 1_500, new Date(clock.now().getTime() - (CHANGE_DAYS + 1) * 86_400_000));
      await layDown(region, 10);
    }
    const sweep = new ChangeSweep(writer, feed, clock, new JobHandlers());
    const [held = ''] = regions;
    await positionsHeld(held, async () => {
      await expect(sweep.sweep()).rejects.toThrow('Changes of 1 of');
    });
    const left = `SELECT region_id, count(*)::int AS rows, count(position)::int AS positioned FROM change_event
      WHERE region_id IN ('${regions.join("', '")}') GROUP BY region_id ORDER BY rows`;
    expect(await queryAsSuperuser(left, database.name)).toMatchObject([
      { rows: 10, positioned: 10 },
      { rows: 1_510 },
    ]);
    await sweep.sweep();
    expect(await queryAsSuperuser(left, database.name)).toMatchObject([
      { rows: 10 },
      { rows: 10, positioned: 10 },
    ]);
    expect(await feed.tell(held, 0, 0)).toMatchObject({ first: 1_501, last: 1_510 });
  });

  it('is forgotten after some days, but for the latest, which keeps the count', async () => {
    const feed = new ChangeFeed(writer);
    await change();
    const { last } = await feed.tell(regionId, 0, 100);
    await feed.prune(regionId, new Date(clock.now().getTime() + 1));
    expect(await feed.tell(regionId, 0, 100)).toMatchObject({ last, events: [{ position: last }] });
    await change();
    expect(await feed.tell(regionId, last, 100)).toMatchObject({ last: last + 1 });
  });
});
