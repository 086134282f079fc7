import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const INVITE = `mutation ($input: InviteUnitInput!) { done: inviteUnit(input: $input) { ... on Membership { id version } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { done: acceptInvitation(id: $id, version: $version) { __typename } }`;
const ANSWER =
  '__typename ... on Refusal { code message } ... on Booking { id version state noShow { standing contestUntil } }';
const REQUEST = `mutation ($input: RequestBookingInput!) { done: requestBooking(input: $input) { ${ANSWER} } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { done: confirmBooking(id: $id, version: $version) {
  __typename ... on BookingConfirmation { booking { id version state } } } }`;
const DISPLACE = `mutation ($id: ID!, $version: Int!) { done: displaceBooking(id: $id, version: $version, reason: "排涝", tryOnly: true) {
  __typename ... on BookingDisplacement { booking { state } } } }`;
const step = (field: string, more = ''): string =>
  `mutation ($id: ID!, $version: Int!) { done: ${field}(id: $id, version: $version ${more}) { ${ANSWER} } }`;
const FIGURES = `query ($id: ID!) { offer(id: $id) {
  lending(from: "2026-11-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00") { noShows openMinutes } } }`;
const CLOSE = `mutation ($id: ID!, $input: CloseOfferInput!) { done: closeOffer(id: $id, input: $input) { __typename } }`;
const AGREE = step('agreeToBooking');
const NO_SHOW = step('recordNoShow');
const CONTEST = step('contestNoShow', ', remark: "我们来了"');
const RULE = step('ruleOnNoShow', ', ruling: UPHELD, remark: "没有来"');

interface Thing {
  id: string;
  version: number;
  state: string;
  noShow: { contestUntil: string } | null;
}

/** Two committees, of which one takes part in the network of the other: there it is a partner like any. */
describe('a committee in a network that another convenes', () => {
  let world: World;
  let bus: string;
  let guest: TestClient;
  let host: TestClient;
  let fleet: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    [guest, host, fleet] = ['southeast-committee', 'riverside-committee', 'bus-639'].map((code) =>
      world.as(code),
    ) as [TestClient, TestClient, TestClient];
    const input = { networkId: world.network('riverside'), unitCode: 'southeast-committee' };
    await act(guest, ACCEPT, await act(host, INVITE, { input }));
    bus = await world.offer('bus-45', { confirmation: 'OWNER_AFTER_COMMITTEE', leadTimeMinutes: 0 });
  });
  afterAll(() => world.close());

  const act = async (client: TestClient, document: string, variables: object): Promise<Thing> =>
    (await client.ask<{ done: Thing }>(document, variables)).done;
  const say = (client: TestClient, document: string, { id, version }: Thing): Promise<Thing> =>
    act(client, document, { id, version });
  const codeOf = async (client: TestClient, document: string, { id, version }: Thing) =>
    (await client.tryAsk(document, { id, version })).errors?.[0]?.extensions.code;
  const book = async (day: string): Promise<Thing> => {
    const [startsAt, endsAt] = ['10', '12'].map((hour) => `${day}T${hour}:00:00+08:00`);
    const input = { offerId: bus, networkId: world.network('riverside'), purpose: '参观', startsAt, endsAt };
    return act(guest, REQUEST, { input });
  };
  const confirm = async (asked: Thing): Promise<Thing> => {
    const agreed = await say(host, AGREE, asked);
    const { done } = await fleet.ask<{ done: { booking: Thing } }>(CONFIRM, {
      id: agreed.id,
      version: agreed.version,
    });
    return done.booking;
  };

  it('has not agreed by asking, and does not agree: the host does', async () => {
    const asked = await book('2026-12-01');
    expect(asked.state).toBe('REQUESTED');
    expect(await codeOf(guest, AGREE, asked)).toBe('FORBIDDEN');
    expect(await codeOf(fleet, AGREE, asked)).toBe('FORBIDDEN');
    expect((await say(host, AGREE, asked)).state).toBe('AWAITING_OWNER');
  });

  it('displaces nothing, its own included; the host may', async () => {
    const booking = await confirm(await book('2026-12-02'));
    const { errors } = await guest.tryAsk(DISPLACE, { id: booking.id, version: booking.version });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(errors?.[0]?.message).toContain('owner');
    expect(await say(host, DISPLACE, booking)).toMatchObject({ booking: { state: 'DISPLACED' } });
  });

  const figures = async (client: TestClient): Promise<{ noShows: number; openMinutes: number } | null> => {
    type Figures = { offer: { lending: { noShows: number; openMinutes: number } | null } };
    return (await client.ask<Figures>(FIGURES, { id: bus })).offer.lending;
  };

  it('rules on no no-show; and contests one in three working days, not a minute later', async () => {
    const [early, late] = [await confirm(await book('2026-11-24')), await confirm(await book('2026-11-25'))];
    world.clock.set(new Date('2026-11-25T10:30:00+08:00'));
    const [one, other] = [await say(fleet, NO_SHOW, early), await say(fleet, NO_SHOW, late)];
    expect((await figures(fleet))?.noShows).toBe(2);
    expect(other.noShow?.contestUntil).toBe('2026-11-30T02:30:00.000Z');
    world.clock.set(new Date('2026-11-30T10:29:00+08:00'));
    const contested = await say(guest, CONTEST, one);
    expect(contested).toMatchObject({ noShow: { standing: 'CONTESTED' } });
    // While it is contested, nobody knows whether it is one.
    expect((await figures(fleet))?.noShows).toBe(1);
    world.clock.set(new Date('2026-11-30T10:30:00+08:00'));
    expect(await say(guest, CONTEST, other)).toMatchObject({ __typename: 'WrongState' });
    expect(await codeOf(guest, RULE, contested)).toBe('FORBIDDEN');
    expect(await say(host, RULE, contested)).toMatchObject({ noShow: { standing: 'UPHELD' } });
    expect((await figures(fleet))?.noShows).toBe(2);
    // Figures of a committee are those of the network that it convenes: as a partner of another it has none of it.
    expect([(await figures(host))?.noShows, (await figures(guest))?.noShows]).toEqual([2, 0]);
  });

  it('counts as open what is open, closures taken out', async () => {
    const before = (await figures(fleet))?.openMinutes;
    const [startsAt, endsAt] = ['2026-11-30T13:00:00+08:00', '2026-12-01T12:00:00+08:00'];
    await fleet.ask(CLOSE, { id: bus, input: { startsAt, endsAt, reason: '年检', bookings: 'KEEP' } });
    // From 13:00 to closing at 15:30; what is closed in December is no matter of November's.
    expect((await figures(fleet))?.openMinutes).toBe(Number(before) - 150);
  });
});
