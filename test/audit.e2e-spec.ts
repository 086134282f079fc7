import { Tenancy, type TenantTransaction } from '#tenancy';
import { Client } from 'pg';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const LINES = `auditLines { totalCount edges { node {
  at act part manner personName role unit { code } actingUnit { code } changes { field before after }
} } }`;
const OF = (type: string) => `query ($id: ID!) { node(id: $id) { ... on ${type} { version ${LINES} } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version } } ... on Refusal { code } }
}`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  updateOffer(id: $id, version: $version, input: $input) { ... on Offer { id version } }
}`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) { ... on Offer { id version } }
}`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id version } } } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { ... on Post { id } } }`;

interface Line {
  act: string;
  part: string;
  manner: string;
  personName: string | null;
  unit: { code: string } | null;
  actingUnit: { code: string } | null;
  changes: { field: string; before: string | null; after: string | null }[];
}

interface Thing {
  id: string;
  version: number;
}

/** Who did what to which thing, and who may read it. */
describe('audit lines', () => {
  let world: World;
  let fleet: TestClient;
  let southeast: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    fleet = world.as('bus-639');
    southeast = world.as('southeast-committee');
  });

  afterAll(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  const linesOf = async (client: TestClient, type: string, id: string): Promise<Line[] | null> => {
    const { node } = await client.ask<{ node: { auditLines: { edges: { node: Line }[] } } | null }>(
      OF(type),
      { id },
    );
    return node && node.auditLines.edges.map((edge) => edge.node);
  };
  const acts = async (client: TestClient, type: string, id: string): Promise<string[] | null> =>
    (await linesOf(client, type, id))?.map(({ act, part }) => `${part} ${act}`) ?? null;

  describe('of a booking', () => {
    let booking: Thing;
    let bus: string;

    beforeAll(async () => {
      bus = await world.offer('bus-45');
      const request = async (client: TestClient, network: string, contactPhone: string): Promise<Thing> => {
        const [startsAt, endsAt] = ['2026-12-12T10:00:00+08:00', '2026-12-12T14:00:00+08:00'];
        const networkId = world.network(network);
        const input = {
          offerId: bus,
          networkId,
          startsAt,
          endsAt,
          purpose: '请打 13812345678',
          contactPhone,
        };
        return (await client.ask<{ requestBooking: Thing }>(REQUEST, { input })).requestBooking;
      };
      booking = await request(world.as('clinic'), 'southeast', '021-5555 0002');
      await request(world.as('riverside-primary'), 'riverside', '13899998888');
      world.clock.advance(60_000);
      await fleet.ask(CONFIRM, booking);
    });

    it('say who did what, newest first, and show no phone in full', async () => {
      const lines = await linesOf(world.as('clinic'), 'Booking', booking.id);
      expect(lines?.[0]).toMatchObject({
        manner: 'OWN',
        personName: '浦东巴士639车队联络员',
        role: 'LIAISON',
        unit: { code: 'bus-639' },
        actingUnit: { code: 'bus-639' },
      });
      const [confirmed, asked] = ['CONFIRMED', 'REQUESTED'].map((act) =>
        lines?.find((line) => line.act === act),
      );
      expect(confirmed?.changes).toEqual([{ field: 'state', before: 'REQUESTED', after: 'CONFIRMED' }]);
      expect(asked?.changes).toContainEqual({ field: 'purpose', before: null, after: '请打 138****5678' });
      const contacts = lines
        ?.filter(({ part }) => part === 'BookingContact')
        .flatMap(({ changes }) => changes);
      expect(contacts).toContainEqual({ field: 'phone', before: null, after: '021-****0002' });
      expect(JSON.stringify(lines)).not.toMatch(/13812345678|5555 ?0002/);
    });

    it.each(['clinic', 'bus-639', 'southeast-committee', 'southeast-officer'])(
      'are read by %s',
      async (account) => {
        expect(await acts(world.as(account), 'Booking', booking.id)).toContain('Booking CONFIRMED');
      },
    );

    it.each(['food-market', 'riverside-primary', 'zhoupu-steward', 'resident-1'])(
      'are not read by %s',
      async (account) => {
        expect(await acts(world.as(account), 'Booking', booking.id)).toBeNull();
        const seen = await rowsSeenBy(world.as(account), `thing_type = 'Booking' AND act = 'CONFIRMED'`);
        expect(seen).toEqual([]);
      },
    );

    it('do not tell the loser of a race who has won', async () => {
      const seen = await rowsSeenBy(world.as('riverside-primary'), `thing_type = 'Booking'`);
      expect(seen.map(({ act }) => act).toSorted()).toEqual(['CREATED', 'DECLINED', 'REQUESTED']);
      expect(JSON.stringify(seen)).not.toContain(world.as('clinic').claims?.postId);
    });
  });

  describe('of an offer', () => {
    it('stay with its unit while it is a draft; what was there before stays there too', async () => {
      const draft = await world.draft('bus-45');
      const input = { title: '十二月用车', notes: '找老王 13812345678', contactPhone: '13800001111' };
      const { updateOffer } = await fleet.ask<{ updateOffer: Thing }>(UPDATE, { ...draft, input });
      world.clock.advance(60_000);
      const networkIds = [world.network('southeast')];
      const { publishOffer } = await fleet.ask<{ publishOffer: Thing }>(PUBLISH, {
        ...updateOffer,
        networkIds,
      });
      world.clock.advance(60_000);
      await fleet.ask(UPDATE, { ...publishOffer, input: { title: '年末用车', contactPhone: '13800002222' } });

      const own = await acts(fleet, 'Offer', draft.id);
      expect(own?.toSorted()).toEqual([
        'Offer CHANGED',
        'Offer CHANGED',
        'Offer DRAFT',
        'Offer PUBLISHED',
        'OfferInternal CHANGED',
        'OfferInternal CHANGED',
        'OfferInternal CREATED',
        'OfferPublication PUBLISHED',
      ]);
      const committee = await linesOf(southeast, 'Offer', draft.id);
      expect(committee?.map(({ act, part }) => `${part} ${act}`).toSorted()).toEqual([
        'Offer CHANGED',
        'Offer PUBLISHED',
        'OfferInternal CHANGED',
        'OfferPublication PUBLISHED',
      ]);
      expect(JSON.stringify(committee)).not.toMatch(/老王|1380000/);
      const neighbour = await linesOf(world.as('clinic'), 'Offer', draft.id);
      expect(neighbour?.map(({ act, part }) => `${part} ${act}`).toSorted()).toEqual([
        'Offer CHANGED',
        'Offer PUBLISHED',
        'OfferPublication PUBLISHED',
      ]);
      expect(neighbour?.find(({ act }) => act === 'CHANGED')?.changes).toEqual([
        { field: 'title', before: '十二月用车', after: '年末用车' },
      ]);
      expect(await acts(world.as('riverside-primary'), 'Offer', draft.id)).toBeNull();
    });

    it('tell one network nothing of another', async () => {
      const id = await world.offer('bus-45');
      const published = (await acts(world.as('riverside-primary'), 'Offer', id))?.filter((act) =>
        act.startsWith('OfferPublication'),
      );
      expect(published).toEqual(['OfferPublication PUBLISHED']);
      expect(
        (await acts(fleet, 'Offer', id))?.filter((act) => act.startsWith('OfferPublication')),
      ).toHaveLength(2);
    });
  });

  it('of a post are read by its unit and the committee that gave it', async () => {
    const input = { unitId: world.unit('clinic'), role: 'DEPUTY', person: { newPerson: '副联络员' } };
    const { appoint } = await southeast.ask<{ appoint: { post: Thing } }>(APPOINT, { input });
    world.clock.advance(60_000);
    await southeast.ask(REVOKE, appoint.post);
    for (const client of [southeast, world.as('clinic')])
      expect(await acts(client, 'Post', appoint.post.id)).toEqual(['Post REVOKED', 'Post CREATED']);
    expect(await rowsSeenBy(world.as('food-market'), `thing_type IN ('Post', 'Account')`)).toEqual([]);
    const stored = await rows(
      world.api.database.superuserUrl,
      `SELECT changes FROM audit_line WHERE thing_type = 'Account' AND act = 'CREATED'`,
    );
    // An account is made without a password: its holder sets one with a code.
    expect(stored).toMatchObject([{ changes: { name: { before: null } } }]);
    expect(stored[0]).not.toHaveProperty('changes.passwordHash');
    expect(JSON.stringify(stored)).not.toContain('argon2');
  });

  it('name the unit’s own acts in its list, and leave out those of others', async () => {
    const query = `{ auditLines(first: 100) { edges { node { unit { code } } } } }`;
    const { auditLines } = await fleet.ask<{ auditLines: { edges: { node: Line }[] } }>(query);
    expect(new Set(auditLines.edges.map(({ node }) => node.unit?.code))).toEqual(new Set(['bus-639']));
  });

  it('are not written for what was refused', async () => {
    const count = `SELECT count(*)::int AS n FROM audit_line`;
    const before = await rows(world.api.database.superuserUrl, count);
    const bus = await world.draft('bus-45');
    await fleet.ask(CONFIRM, { id: bus.id, version: 1 }).catch(() => null);
    const after = await rows(world.api.database.superuserUrl, count);
    expect(after).not.toEqual(before);
    await fleet.tryAsk(UPDATE, { id: bus.id, version: 7, input: { title: '过期' } });
    expect(await rows(world.api.database.superuserUrl, count)).toEqual(after);
  });

  describe('can be', () => {
    it.each(['UPDATE audit_line SET act = act', 'DELETE FROM audit_line', 'TRUNCATE audit_line'])(
      'neither changed nor removed by the application or the owner: %s',
      async (sql) => {
        const { appUrl, ownerUrl } = world.api.database;
        for (const url of [appUrl, ownerUrl])
          await expect(rows(url, sql)).rejects.toThrow('permission denied');
      },
    );

    it('written only through the post that acts, and on behalf only while recording so', async () => {
      const insert = `INSERT INTO audit_line (region_id, id, at, step, thing_type, thing_id, part, act, manner, unit_id, post_id, role,
        changes, unit_ids, network_ids, committee_network_ids, person_ids)
        SELECT region_id, gen_random_uuid(), at, step, thing_type, thing_id, part, act, $2, $3, $4, 'LIAISON',
          changes, unit_ids, network_ids, committee_network_ids, person_ids
        FROM audit_line WHERE region_id = $1 AND post_id = app.post_id() AND manner = 'OWN' ORDER BY id LIMIT 1`;
      const { postId } = fleet.claims ?? {};
      const tryWrite = (manner: string, unit: 'own' | 'other', post = postId) =>
        write(fleet, async (tx) => {
          const other = '00000000-0000-4000-8000-000000000000';
          await tx.query(insert, [tx.regionId, manner, unit === 'own' ? tx.actor.unitId : other, post]);
        });
      await tryWrite('OWN', 'own');
      // One after the other: a promise that fails before anybody waits for it fails the whole test.
      const forgeries = [
        () => tryWrite('OWN', 'other'),
        () => tryWrite('ON_BEHALF', 'own'),
        () => tryWrite('OWN', 'own', southeast.claims?.postId),
      ];
      for (const forge of forgeries) await expect(forge()).rejects.toThrow('row-level security');
    });
  });

  async function write(client: TestClient, act: (tx: TenantTransaction) => Promise<void>): Promise<void> {
    if (!client.claims) throw new Error('Nobody acts.');
    await world.api.app.get(Tenancy).write({ ...client.claims, sessionId: null }, act);
  }

  /** As the row policy shows them, whatever the API would. */
  async function rowsSeenBy(client: TestClient, where: string): Promise<{ act: string }[]> {
    if (!client.claims) throw new Error('Nobody reads.');
    const claims = { ...client.claims, sessionId: null };
    const sql = `SELECT * FROM audit_line WHERE region_id = $1 AND ${where}`;
    return world.api.app.get(Tenancy).read(claims, (tx) => tx.query(sql, [tx.regionId]));
  }
});

async function rows(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
