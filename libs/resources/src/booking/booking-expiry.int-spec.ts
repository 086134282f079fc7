import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { CASE_CLOCK } from '../../../../test/support/test-api.js';
import { startWorld, type World } from '../../../../test/support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) {
  requestBooking(input: $input) { __typename ... on Booking { id version state expiresAt } }
}`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Booking { state version settledAt } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { __typename ... on WrongState { currentState } }
}`;

interface Asked {
  __typename: string;
  id: string;
  version: number;
  state: string;
  expiresAt: string;
}

describe('a request that nobody answers', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(CASE_CLOCK));
  afterEach(() => query('DELETE FROM graphile_worker._private_jobs'));

  const query = <Row>(sql: string): Promise<Row[]> => world.api.dataSource.query(sql);

  /** The seconds for which each request still waits, by the database. */
  const listWaits = async (): Promise<number[]> => {
    const rows = await query<{ waits: number }>(
      `SELECT extract(epoch FROM run_at - updated_at)::float8 AS waits FROM graphile_worker._private_jobs
       WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'expire-booking')`,
    );
    return rows.map(({ waits }) => waits);
  };

  /** As when the database's clock has come to the jobs' time. */
  const runAll = async (): Promise<void> => {
    await query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    const runner = world.api.app.get(JobRunner);
    await runner.runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });
  };

  const request = async (offer: string, startsAt: string, endsAt: string): Promise<Asked> => {
    const networkId = world.network('southeast');
    const input = { offerId: await world.offer(offer), networkId, startsAt, endsAt, purpose: '参观活动' };
    const committee = world.as('southeast-committee');
    return (await committee.ask<{ requestBooking: Asked }>(REQUEST, { input })).requestBooking;
  };
  const requestBus = (): Promise<Asked> =>
    request('bus-45', '2026-12-12T10:00:00+08:00', '2026-12-12T14:00:00+08:00');

  const read = async ({ id }: Asked): Promise<unknown> =>
    (await world.as('southeast-committee').ask<{ node: unknown }>(READ, { id })).node;

  it('lapses after three working days, and not before', async () => {
    const booking = await requestBus();
    expect(booking).toMatchObject({ state: 'REQUESTED', expiresAt: '2026-11-26T01:00:00.000Z' });
    expect(await listWaits()).toEqual([expect.closeTo(3 * 86_400, 0)]);
    world.clock.set('2026-11-26T08:59:59+08:00');
    await runAll();
    expect(await read(booking)).toMatchObject({ state: 'REQUESTED', version: 1 });
    expect(await listWaits()).toEqual([expect.closeTo(1, 0)]);
    world.clock.set('2026-11-26T09:00:00+08:00');
    await runAll();
    const settledAt = '2026-11-26T01:00:00.000Z';
    expect(await read(booking)).toEqual({ state: 'EXPIRED', version: 2, settledAt });
    expect(await listWaits()).toEqual([]);
  });

  it('lapses at its start, if that is earlier', async () => {
    const booking = await request('ladder-truck', '2026-11-24T10:00:00+08:00', '2026-11-24T11:00:00+08:00');
    expect(booking).toMatchObject({ state: 'REQUESTED', expiresAt: '2026-11-24T02:00:00.000Z' });
    world.clock.set(booking.expiresAt);
    await runAll();
    expect(await read(booking)).toMatchObject({ state: 'EXPIRED' });
  });

  it('lapses too when the committee has agreed and the owner is silent', async () => {
    const booking = await request('hall', '2026-11-28T10:00:00+08:00', '2026-11-28T12:00:00+08:00');
    expect(booking).toMatchObject({ state: 'AWAITING_OWNER' });
    world.clock.set(booking.expiresAt);
    await runAll();
    expect(await read(booking)).toMatchObject({ state: 'EXPIRED' });
  });

  it('stays as it is when it was answered in time', async () => {
    const booking = await requestBus();
    await world.as('bus-639').ask(CONFIRM, { id: booking.id, version: booking.version });
    world.clock.set(booking.expiresAt);
    await runAll();
    expect(await read(booking)).toMatchObject({ state: 'CONFIRMED', version: 2 });
    expect(await listWaits()).toEqual([]);
  });

  it('waits for nothing when it is confirmed at once, or refused', async () => {
    const confirmed = await request('playground', '2026-11-28T09:00:00+08:00', '2026-11-28T10:00:00+08:00');
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    const refused = await request('bus-45', '2026-11-23T10:00:00+08:00', '2026-11-23T11:00:00+08:00');
    expect(refused).toMatchObject({ __typename: 'RuleBroken' });
    expect(await listWaits()).toEqual([]);
  });
});
