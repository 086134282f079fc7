import { fromGlobalId } from '#graphql';
import { Tenancy, type TenantTransaction } from '#tenancy';
import { queryAsSuperuser } from '../../../../test/support/cluster.js';
import { startWorld, type World } from '../../../../test/support/world.js';
import { MembershipService } from '../membership/membership.service.js';
import { PostService } from './post.service.js';

describe('an appointment and the end of a membership at once', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  /** An act, of the secretary unless said otherwise, that is done but not yet stored. */
  const begin = async <T>(
    act: (tx: TenantTransaction) => Promise<T>,
    claims = world.as('southeast-committee').claims,
  ) => {
    if (!claims) throw new Error('Who acts has claims.');
    return world.api.app.get(Tenancy).openActing({ ...claims, sessionId: null }, act);
  };
  const memberships = () => world.api.app.get(MembershipService, { strict: false });
  const appointIn = (unit: string) => () =>
    begin((tx) =>
      world.api.app.get(PostService, { strict: false }).appoint(tx, {
        unitId: fromGlobalId('Unit', world.unit(unit)),
        role: 'DEPUTY',
        newPersonName: '副联络员',
        holderOfPostId: null,
        dutyPhone: null,
        since: null,
        until: null,
      }),
    );
  const suspend = (unit: string) => () =>
    begin((tx) =>
      memberships().suspend(tx, fromGlobalId('Membership', world.membership(unit, 'southeast')), 1),
    );
  const query = <Row extends object>(sql: string) => queryAsSuperuser<Row>(sql, world.api.database.name);

  const untilWaiting = async () => {
    const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const deadline = performance.now() + 60_000;
    while ((await query(waits)).length === 0)
      if (performance.now() > deadline) throw new Error('The second did not wait for the first.');
  };

  /** Runs the second while the first is done but not stored, and stores the first once the second waits for it. */
  const race = async (first: () => Promise<{ close(): Promise<void> }>, second: typeof first) => {
    const done = await first();
    const waiting = second().then((act) => act.close());
    const outcome = waiting.then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    await untilWaiting();
    await done.close();
    return outcome;
  };
  const postsIn = (unit: string) =>
    query<{ network_ids: string[]; role: string }>(
      `SELECT p.role, p.network_ids FROM post p JOIN unit u ON u.id = p.unit_id AND u.region_id = p.region_id
       JOIN region r ON r.id = p.region_id WHERE u.code = '${unit}' AND r.code = '${world.code}' ORDER BY p.role`,
    );

  it('the appointment that comes second waits, and finds no unit to give a post in', async () => {
    expect(await race(suspend('food-market'), appointIn('food-market'))).toContain('There is no such thing');
    expect(await postsIn('food-market')).toEqual([{ role: 'LIAISON', network_ids: [] }]);
  });

  it('the appointment that comes second waits for a unit that joins another committee’s network', async () => {
    const invite = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id } } }`;
    const input = { networkId: world.network('riverside'), unitCode: 'clinic' };
    const { inviteUnit } = await world
      .as('riverside-committee')
      .ask<{ inviteUnit: { id: string } }>(invite, { input });
    const accept = () =>
      begin(
        (tx) => memberships().accept(tx, fromGlobalId('Membership', inviteUnit.id), 1),
        world.as('clinic').claims,
      );
    expect(await race(accept, appointIn('clinic'))).toContain('This unit gives its posts itself');
    expect(await postsIn('clinic')).toEqual([
      { role: 'LIAISON', network_ids: expect.arrayContaining([expect.any(String), expect.any(String)]) },
    ]);
  });

  it('the suspension that comes second waits, and takes the new post out of the network as well', async () => {
    expect(await race(appointIn('police-post'), suspend('police-post'))).toBe('done');
    expect(await postsIn('police-post')).toEqual([
      { role: 'DEPUTY', network_ids: [] },
      { role: 'LIAISON', network_ids: [] },
    ]);
  });
});
