import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#database';
import { fromGlobalId } from '#graphql';
import { Session } from '#network';
import { type Claims, NotSignedIn, RandomIdSource, Tenancy, type TenantTransaction } from '#tenancy';
import { API_ENTITIES } from '../../apps/api/src/entities.js';
import { startWorld, type World } from '../support/world.js';

const HOUR = 3_600_000;
const CONTEXT = `SELECT app.region_id() AS region, app.unit_id() AS unit, app.person_id() AS person, app.post_id() AS post,
  app.role() AS role, app.member_network_ids() AS networks, app.convened_network_ids() AS convened`;

function claimsOf(world: World['other'], account: string): Claims {
  const { claims } = world.as(account);
  if (!claims) throw new Error('An account acts through a post.');
  return claims;
}

describe('A tenant transaction', () => {
  let world: World;
  let tenancy: Tenancy;
  let superuser: Client;
  let fleet: Claims;
  let committee: Claims;

  beforeAll(async () => {
    world = await startWorld();
    tenancy = world.api.app.get(Tenancy);
    superuser = new Client({ connectionString: world.api.database.superuserUrl });
    await superuser.connect();
    fleet = claimsOf(world, 'bus-639');
    committee = claimsOf(world, 'southeast-committee');
  });
  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  const start = async (claims: Claims): Promise<Claims> => {
    const startedAt = world.clock.now();
    const expiresAt = new Date(startedAt.getTime() + 12 * HOUR);
    const { id } = await tenancy.write(claims, (tx) =>
      tx.insert(Session, {
        id: tx.newId(),
        personId: claims.personId,
        startedAt,
        expiresAt,
        endedAt: null,
        device: null,
        generation: 0,
        access: null,
        refreshedAt: null,
      }),
    );
    return { ...claims, sessionId: id };
  };
  const unitOf = async (claims: Claims): Promise<string> =>
    tenancy.read(claims, async (tx) => tx.actor.unitId);
  const context = async (tx: TenantTransaction) => (await tx.query<Record<string, unknown>>(CONTEXT))[0];

  describe('is refused', () => {
    let now: Date;
    beforeEach(() => {
      now = world.clock.now();
    });
    afterEach(() => world.clock.set(now));

    const refused = async (claims: Claims): Promise<void> => {
      await expect(unitOf(claims)).rejects.toThrow(NotSignedIn);
      await expect(tenancy.write(claims, async () => 'acted')).rejects.toThrow(NotSignedIn);
    };

    it('to a post that was revoked, from the very next one on', async () => {
      const claims = await start(claimsOf(world, 'clinic'));
      await unitOf(claims);
      await superuser.query('UPDATE post SET revoked_at = since WHERE id = $1', [claims.postId]);
      await refused(claims);
    });

    it('to a post that has not begun, or has ended', async () => {
      const resident = claimsOf(world.other, 'resident-1');
      await unitOf(resident);
      world.clock.set('2027-07-02T00:00:00+08:00');
      await refused(resident);
      world.clock.set('2016-01-01T00:00:00+08:00');
      await refused(resident);
    });

    it('in a session that was ended, or has run out', async () => {
      const [ended, old] = [await start(fleet), await start(fleet)];
      await unitOf(ended);
      await superuser.query('UPDATE session SET ended_at = started_at WHERE id = $1', [ended.sessionId]);
      await refused(ended);
      world.clock.advance(12 * HOUR);
      await refused(old);
    });

    it('in a session of somebody else, of another region, or of nobody', async () => {
      const { sessionId } = await start(committee);
      const there = await start(claimsOf(world.other, 'bus-639'));
      await refused({ ...fleet, sessionId });
      await refused({ ...fleet, sessionId: there.sessionId });
      await refused({ ...fleet, sessionId: new RandomIdSource().next() });
    });

    it('to a token that says another person, role or region than the post has', async () => {
      await refused({ ...fleet, personId: committee.personId });
      await refused({ ...fleet, role: 'SECRETARY' });
      await refused({ ...fleet, regionId: claimsOf(world.other, 'bus-639').regionId });
    });
  });

  it('cannot write when it is for reading', async () => {
    const reading = tenancy.read(fleet, (tx) =>
      tx.query('UPDATE unit SET version = version WHERE region_id = $1', [tx.regionId]),
    );
    await expect(reading).rejects.toThrow('read-only transaction');
  });

  it('leaves nothing behind on its connection, whether it was kept or not', async () => {
    const alone: DataSource = await openDataSource({
      url: world.api.database.appUrl,
      entities: API_ENTITIES,
      poolSize: 1,
      applicationName: 'spec',
    });
    const single = new Tenancy(alone, world.clock, new RandomIdSource());
    const nobody = {
      region: null,
      unit: null,
      person: null,
      post: null,
      role: null,
      networks: null,
      convened: null,
    };
    const rest = async (): Promise<unknown> => [
      await alone.query(CONTEXT),
      await alone.query('SELECT id FROM unit'),
    ];
    expect(await single.write(committee, context)).toMatchObject({ region: committee.regionId });
    expect(await rest()).toEqual([[nobody], []]);
    await expect(single.write(committee, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await rest()).toEqual([[nobody], []]);
    await single.read(committee, context);
    expect(await rest()).toEqual([[nobody], []]);
    await alone.destroy();
  });

  it('is itself again when what it does as another unit fails, and can do it anew', async () => {
    const bus = await unitOf(fleet);
    await tenancy.write(committee, async (tx) => {
      const own = await context(tx);
      const refused = tx.asUnit(bus, () => Promise.reject(new Error('refused')));
      await expect(refused).rejects.toThrow('refused');
      expect(await context(tx)).toEqual(own);
      const broken = tx.attempt(() => tx.asUnit(bus, () => tx.query('SELECT 1 / 0')));
      await expect(broken).rejects.toThrow('division by zero');
      expect(await context(tx)).toEqual(own);
      await tx.asUnit(bus, async () =>
        expect(await context(tx)).toMatchObject({ unit: bus, role: 'SYSTEM' }),
      );
    });
  });

  it('acts as another unit with that unit’s rights alone, and is itself again after, however deep', async () => {
    const [bus, clinic] = [await unitOf(fleet), await unitOf(claimsOf(world, 'food-market'))];
    await tenancy.write(committee, async (tx) => {
      const own = await context(tx);
      const system = { region: tx.regionId, person: null, post: null, role: 'SYSTEM', convened: null };
      await tx.asUnit(bus, async () => {
        const asBus = await context(tx);
        expect(asBus).toMatchObject({ ...system, unit: bus });
        await tx.asUnit(clinic, async () =>
          expect(await context(tx)).toMatchObject({ ...system, unit: clinic }),
        );
        expect(await context(tx)).toEqual(asBus);
        await tx.asUnit(tx.actor.unitId, async () => expect(await context(tx)).toEqual(own));
        expect(await context(tx)).toEqual(asBus);
      });
      expect(await context(tx)).toEqual(own);
      expect(own).toMatchObject({ role: 'SECRETARY', person: committee.personId, post: committee.postId });
    });
  });

  it('acts as a committee in the one network alone that it convenes, and is itself again after', async () => {
    const convener = await unitOf(committee);
    const [networkId, elsewhere] = ['southeast', 'riverside'].map((network) =>
      fromGlobalId('Network', world.network(network)),
    );
    await tenancy.write(fleet, async (tx) => {
      const own = await context(tx);
      const convenedAs = (unitId: string, of = '') =>
        tx.asConvener({ unitId, networkId: of }, async () => (await context(tx))?.['convened']);
      expect(await convenedAs(convener, networkId)).toEqual([networkId]);
      expect(await convenedAs(convener, elsewhere)).toEqual([]);
      expect(await convenedAs(tx.actor.unitId, networkId)).toEqual([]);
      expect(await context(tx)).toEqual(own);
      // With no more than the rights of a unit within, and the committee's again after.
      await tx.asConvener({ unitId: convener, networkId: networkId ?? '' }, async () => {
        await tx.asUnit(convener, async () => expect((await context(tx))?.['convened']).toBeNull());
        expect(await context(tx)).toMatchObject({ unit: convener, role: 'SYSTEM', convened: [networkId] });
      });
    });
  });
});
