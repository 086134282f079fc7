import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Tenancy, type Claims } from '#tenancy';
import { NOWHERE, toGlobalId } from '#graphql';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!, $onBehalfOf: ID) {
  requestBooking(input: $input, onBehalfOf: $onBehalfOf) {
    __typename ... on Refusal { code } ... on Booking { id version state requester { code } auditLines { edges { node { act manner } } } }
  }
}`;
const CONFIRM = `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) {
  confirmBooking(id: $id, version: $version, onBehalfOf: $onBehalfOf) {
    __typename ... on BookingConfirmation { booking { id version state ownerContact { phone } } rivals { id state } } ... on Refusal { code }
  }
}`;
const STEP = (name: string) => `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) {
  ${name}(id: $id, version: $version, onBehalfOf: $onBehalfOf) { __typename ... on Booking { id version state } ... on Refusal { code } }
}`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Booking { id version state } } }`;
const TOLD = `{ recordedForUs { edges { node {
  act manner personName role unit { code } actingUnit { code } thing { ... on Booking { id } ... on Membership { id } }
} } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) {
  acceptInvitation(id: $id, version: $version) { __typename ... on Membership { state unit { code } } }
}`;
const MEMBERSHIP = (name: string) => `mutation ($id: ID!, $version: Int!) {
  ${name}(id: $id, version: $version) { ... on Membership { id version } }
}`;
const VERSION = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;

interface Thing {
  id: string;
  version: number;
  state: string;
}

interface Line {
  act: string;
  thing: { id: string } | null;
}

/** What a unit says by telephone, and the officer enters for it. */
describe('on behalf of a unit', () => {
  let world: World;
  let officer: TestClient;
  let fleet: TestClient;
  let offers: { bus: string; playground: string };
  let week = 0;

  beforeAll(async () => {
    world = await startWorld();
    officer = world.as('southeast-officer');
    fleet = world.as('bus-639');
    offers = { bus: await world.offer('bus-45'), playground: await world.offer('playground') };
  });

  afterAll(() => world.close());

  const wish = (network = 'southeast', offerId = offers.bus): object => {
    const day = new Date(Date.parse('2026-12-12T02:00:00Z') + 7 * 86_400_000 * week);
    const endsAt = new Date(day.getTime() + 3_600_000).toISOString();
    const networkId = world.network(network);
    return {
      offerId,
      networkId,
      startsAt: day.toISOString(),
      endsAt,
      purpose: '参观',
      contactPhone: '13812345678',
    };
  };
  beforeEach(() => void week++);

  const request = async (client: TestClient, network: string, onBehalfOf?: string): Promise<Thing> =>
    (await client.ask<{ requestBooking: Thing }>(REQUEST, { input: wish(network), onBehalfOf }))
      .requestBooking;
  const read = async (client: TestClient, id: string): Promise<Thing | null> =>
    (await client.ask<{ node: Thing | null }>(READ, { id })).node;
  const told = async (client: TestClient): Promise<Line[]> => {
    const { recordedForUs } = await client.ask<{ recordedForUs: { edges: { node: Line }[] } }>(TOLD);
    return recordedForUs.edges.map(({ node }) => node);
  };
  const codeOf = async (client: TestClient, query: string, variables: object): Promise<string | undefined> =>
    (await client.tryAsk(query, variables)).errors?.[0]?.extensions.code;

  it('is open for exactly these acts', () => {
    const { schema } = world.api.app.get(GraphQLSchemaHost);
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const open = fields.filter(({ args }) => args.some(({ name }) => name === 'onBehalfOf'));
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'acceptDishOrder',
      'answerClaim',
      'answerDatePoll',
      'answerDishHost',
      'answerMeeting',
      'answerNeed',
      'answerProjectHost',
      'beginNeed',
      'beginProject',
      'bookForProject',
      'cancelBooking',
      'cancelBookings',
      'cancelSeries',
      'cancelSignUp',
      'changeSeries',
      'claimNeed',
      'closeNeed',
      'confirmBooking',
      'confirmMinutes',
      'confirmSeries',
      'contestNoShow',
      'createNeed',
      'createNomination',
      'declineBooking',
      'declineDishOrder',
      'declineSeries',
      'fileObjection',
      'fileProjectResult',
      'finishProjectStep',
      'giveUpClaim',
      'leaveProject',
      'moveBooking',
      'noteArrival',
      'noteFinish',
      'noteHandOver',
      'noteProjectProgress',
      'noteReturn',
      'proposeNeed',
      'recordBooking',
      'recordDish',
      'recordNoShow',
      'reopenNeed',
      'requestBooking',
      'requestBookings',
      'requestSeries',
      'requestSeriesDate',
      'serveDishOrder',
      'signUpForDish',
      'submitNomination',
      'undoHandOver',
      'updateBooking',
      'updateNeed',
      'updateNomination',
      'updateSignUp',
      'withdrawBooking',
      'withdrawEvaluationObjection',
      'withdrawNeed',
      'withdrawNomination',
    ]);
  });

  it('asks and answers as the unit would, is marked, told to it, and can be corrected by it', async () => {
    const [clinic, bus] = [world.unit('clinic'), world.unit('bus-639')];
    const asked = await request(officer, 'southeast', clinic);
    expect(asked).toMatchObject({ state: 'REQUESTED', requester: { code: 'clinic' } });
    expect(asked).toHaveProperty('auditLines.edges.1.node', { act: 'REQUESTED', manner: 'ON_BEHALF' });
    const confirm = { ...asked, onBehalfOf: bus };
    const { confirmBooking } = await officer.ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, confirm);
    expect(confirmBooking).toMatchObject({
      __typename: 'BookingConfirmation',
      booking: { state: 'CONFIRMED' },
    });
    expect((await told(fleet))[0]).toEqual({
      act: 'CONFIRMED',
      manner: 'ON_BEHALF',
      personName: expect.stringMatching(/./),
      role: 'OFFICER',
      unit: { code: 'bus-639' },
      actingUnit: { code: 'southeast-committee' },
      thing: { id: asked.id },
    });
    const mine = (await told(world.as('clinic'))).filter(({ thing }) => thing?.id === asked.id);
    expect(mine.map(({ act }) => act).toSorted()).toEqual(['CREATED', 'REQUESTED']);
    expect(await told(world.as('food-market'))).toEqual([]);
    const corrected = await world
      .as('clinic')
      .ask<{ cancelBooking: Thing }>(STEP('cancelBooking'), confirmBooking.booking);
    expect(corrected.cancelBooking).toMatchObject({ state: 'CANCELLED' });
  });

  it('declines, withdraws and cancels', async () => {
    const [clinic, bus] = [world.unit('clinic'), world.unit('bus-639')];
    const first = await request(world.as('clinic'), 'southeast');
    const declined = await officer.ask(STEP('declineBooking'), { ...first, onBehalfOf: bus });
    expect(declined).toMatchObject({ declineBooking: { state: 'DECLINED' } });
    const second = await request(world.as('clinic'), 'southeast');
    const withdrawn = await officer.ask(STEP('withdrawBooking'), { ...second, onBehalfOf: clinic });
    expect(withdrawn).toMatchObject({ withdrawBooking: { state: 'WITHDRAWN' } });
    const third = await request(world.as('clinic'), 'southeast');
    const { confirmBooking } = await fleet.ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, third);
    const cancelled = await officer.ask(STEP('cancelBooking'), {
      ...confirmBooking.booking,
      onBehalfOf: bus,
    });
    expect(cancelled).toMatchObject({ cancelBooking: { state: 'CANCELLED' } });
  });

  it('lets a request be confirmed automatically, in the owner’s own name', async () => {
    const input = wish('southeast', offers.playground);
    const { requestBooking } = await officer.ask<{ requestBooking: object }>(REQUEST, {
      input,
      onBehalfOf: world.unit('bus-639'),
    });
    expect(requestBooking).toMatchObject({ state: 'CONFIRMED', requester: { code: 'bus-639' } });
    const edges = expect.arrayContaining([
      { node: { act: 'CONFIRMED', manner: 'BY_RULE' } },
      { node: { act: 'REQUESTED', manner: 'ON_BEHALF' } },
    ]);
    expect(requestBooking).toHaveProperty('auditLines.edges', edges);
  });

  it('touches nothing that the unit does through another network', async () => {
    const [bus, riverside] = [world.unit('bus-639'), world.as('riverside-primary')];
    const theirs = await request(riverside, 'riverside');
    const unknown = { id: toGlobalId('Booking', crypto.randomUUID()), version: 1, onBehalfOf: bus };
    for (const document of [CONFIRM, ...['declineBooking', 'cancelBooking'].map(STEP)]) {
      const hidden = await officer.askRaw(document, { ...theirs, onBehalfOf: bus });
      expect(hidden.raw).toBe((await officer.askRaw(document, unknown)).raw);
      expect(hidden.raw).toContain('NOT_FOUND');
    }
    const viaRiverside = { input: wish('riverside'), onBehalfOf: bus };
    expect(await codeOf(officer, REQUEST, viaRiverside)).toBe('NOT_FOUND');
    const ours = await request(world.as('clinic'), 'southeast');
    const { confirmBooking } = await officer.ask<{ confirmBooking: { rivals: Thing[] } }>(CONFIRM, {
      ...ours,
      onBehalfOf: bus,
    });
    expect(confirmBooking.rivals).toEqual([]);
    expect(await read(riverside, theirs.id)).toMatchObject({ state: 'REQUESTED', version: 1 });
    // The fleet itself answers the rival that nobody could see.
    const declined = await fleet.ask(STEP('declineBooking'), { id: theirs.id, version: 1 });
    expect(declined).toMatchObject({ declineBooking: { state: 'DECLINED' } });
  });

  it('shows no row of the unit beyond the committee’s networks, in any table', async () => {
    const draft = await world.draft('bus-45');
    await request(world.as('riverside-primary'), 'riverside');
    await officer.token();
    const claims = { ...officer.claims, sessionId: null } as Claims;
    const [, bus] = [draft, Buffer.from(world.unit('bus-639'), 'base64url').subarray(0, 16).toString('hex')];
    const unitId = bus.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const tenancy = world.api.app.get(Tenancy);
    const acting = await tenancy.openActing(
      claims,
      async (tx) => {
        const count = async (sql: string): Promise<number> =>
          (await tx.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${sql}`, [tx.regionId]))[0]
            ?.rows ?? -1;
        return {
          unit: tx.actor.unitId,
          otherNetworks: await count(
            `booking WHERE region_id = $1 AND NOT network_id = ANY (app.on_behalf_network_ids())`,
          ),
          here: await count(`booking WHERE region_id = $1`),
          drafts: await count(`offer WHERE region_id = $1 AND state = 'DRAFT'`),
          internals: await count(`offer_internal WHERE region_id = $1`),
          sessions: await count(`session WHERE region_id = $1`),
          posts: await count(`post WHERE region_id = $1 AND NOT network_ids && app.known_network_ids()`),
          changed: (
            await tx.query('UPDATE offer SET title = title WHERE region_id = $1 RETURNING id', [tx.regionId])
          ).length,
        };
      },
      unitId,
    );
    await acting.discard();
    expect(acting.result).toEqual({
      unit: unitId,
      otherNetworks: 0,
      here: expect.any(Number),
      drafts: 0,
      internals: 0,
      sessions: 0,
      posts: 0,
      changed: expect.anything(),
    });
    expect(acting.result.here).toBeGreaterThan(0);
  });

  it('lets nobody but the unit answer an invitation, whatever it belonged to before', async () => {
    const secretary = world.as('southeast-committee');
    const bank = world.as('savings-bank');
    const id = world.membership('savings-bank', 'southeast');
    const onBehalfOf = world.unit('savings-bank');
    const { node } = await secretary.ask<{ node: Thing }>(VERSION, { id });
    await secretary.ask(MEMBERSHIP('removeMembership'), node);
    const invite = async (): Promise<Thing> => {
      const input = { networkId: world.network('southeast'), unitCode: 'savings-bank' };
      return (await secretary.ask<{ inviteUnit: Thing }>(INVITE, { input })).inviteUnit;
    };
    const refused = await bank.ask(MEMBERSHIP('declineInvitation'), await invite());
    expect(refused).toMatchObject({ declineInvitation: { id } });
    const again = await invite();
    for (const committee of [secretary, officer]) {
      expect(await codeOf(committee, MEMBERSHIP('acceptInvitation'), again)).toBe('FORBIDDEN');
      // What has only been invited is no unit of the committee's networks.
      expect(await codeOf(committee, REQUEST, { input: wish(), onBehalfOf })).toBe('NOT_FOUND');
    }
    expect(await bank.ask(ACCEPT, again)).toEqual({
      acceptInvitation: { __typename: 'Membership', state: 'ACTIVE', unit: { code: 'savings-bank' } },
    });
    expect(await request(officer, 'southeast', onBehalfOf)).toMatchObject({ state: 'REQUESTED' });
  });

  describe('is refused', () => {
    it('for a unit outside the committee’s networks, as for one that does not exist', async () => {
      const input = wish();
      const unknown = await officer.askRaw(REQUEST, { input, onBehalfOf: toGlobalId('Unit', NOWHERE) });
      expect(unknown.raw).toContain('NOT_FOUND');
      for (const id of [world.unit('riverside-property'), world.other.unit('clinic'), 'nonsense', offers.bus])
        expect((await officer.askRaw(REQUEST, { input, onBehalfOf: id })).raw).toBe(unknown.raw);
    });

    it('for a unit that is suspended, and for the committee itself', async () => {
      const secretary = world.as('southeast-committee');
      const id = world.membership('developer', 'southeast');
      const { node } = await secretary.ask<{ node: Thing }>(VERSION, { id });
      await secretary.ask(MEMBERSHIP('suspendMembership'), node);
      for (const unit of ['developer', 'southeast-committee']) {
        const onBehalfOf = world.unit(unit);
        expect(await codeOf(officer, REQUEST, { input: wish(), onBehalfOf })).toBe('FORBIDDEN');
      }
    });

    it.each(['resident-1', 'clinic', 'zhoupu-steward'])('to %s, who is no committee', async (account) => {
      const variables = { input: wish(), onBehalfOf: world.unit('bus-639') };
      expect(await codeOf(world.as(account), REQUEST, variables)).toBe('FORBIDDEN');
    });

    it('for acts of another unit than the one named, and leaves nothing behind', async () => {
      const asked = await request(world.as('clinic'), 'southeast');
      const before = (await told(world.as('food-market'))).length;
      const onBehalfOf = world.unit('food-market');
      expect(await codeOf(officer, CONFIRM, { ...asked, onBehalfOf })).toBe('NOT_FOUND');
      expect(await told(world.as('food-market'))).toHaveLength(before);
      expect(await read(fleet, asked.id)).toMatchObject({ state: 'REQUESTED', version: 1 });
    });
  });
});
