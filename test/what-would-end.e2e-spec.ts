import { toGlobalId } from '#graphql';
import { AnswerActs } from './support/answer-acts.js';
import { queryAsSuperuser } from './support/cluster.js';
import { MeetingActs } from './support/meeting-acts.js';
import { ProjectActs } from './support/project-acts.js';
import { startWorld, type World } from './support/world.js';

const LIST = `query ($id: ID!) { node(id: $id) { ... on Membership {
  id version state wouldEnd { part startsAt thing { __typename id } } } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
  suspendMembership(id: $id, version: $version, tryOnly: $tryOnly) { ... on Membership { state wouldEnd { part } } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version state } } }`;
const SPAN = { startsAt: '2026-12-12T02:00:00Z', endsAt: '2026-12-12T04:00:00Z' };

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly wouldEnd: readonly {
    readonly part: string;
    readonly startsAt: string | null;
    readonly thing: { readonly __typename: string; readonly id: string } | null;
  }[];
}

describe('what would end if a unit left', () => {
  let world: World;
  const leaving = 'bus-639';

  beforeAll(async () => {
    world = await startWorld();
    await world.offer('bus-45');
  });
  afterAll(() => world.close());

  const see = async (account: string): Promise<Seen> => {
    const id = world.membership(leaving, 'southeast');
    return (await world.actingAs(account).ask<{ node: Seen }>(LIST, { id })).node;
  };
  const request = async (account: string, offerId: string, network = 'southeast', span: object = SPAN) => {
    const input = { offerId, networkId: world.network(network), purpose: '活动', ...span };
    type Made = { requestBooking: { id: string } };
    return (await world.as(account).ask<Made>(REQUEST, { input })).requestBooking.id;
  };

  async function entangle() {
    const projects = new ProjectActs(world);
    const { needs, claims } = projects;
    const [bus, playground] = await world.offers('bus-45', 'playground');
    const used = { startsAt: '2026-12-01T05:30:00+08:00', endsAt: '2026-12-01T06:30:00+08:00' };
    const wished = await request('clinic', bus ?? '');
    const own = await request(leaving, playground ?? '', 'southeast', used);
    await request('riverside-primary', bus ?? '', 'riverside', {
      startsAt: '2026-12-14T02:00:00Z',
      endsAt: '2026-12-14T04:00:00Z',
    });
    const need = await needs.open(leaving);
    await needs.draft(leaving);
    const other = await needs.open('clinic');
    const claim = await claims.claim(leaving, other.id);
    const led = await projects.start(leaving);
    const hosted = await projects.act('southeast-committee', 'takeProject', await projects.start('clinic'));
    const unitId = world.unit(leaving);
    await projects.act('clinic', 'askProjectHost', { id: hosted.id, version: hosted.version, unitId });
    const meetings = new MeetingActs(world);
    const [gives, holds, over] = [await meetings.called(), await meetings.called(), await meetings.called()];
    await new AnswerActs(world, gives).give(leaving, 'clinic');
    await new AnswerActs(world, holds).give('clinic', leaving);
    await meetings.step('cancelMeeting', over);
    return { wished, own, need, other, claim, led, hosted, gives, holds };
  }

  it('is listed first, for it and its committee alone, and is what ends, and nothing beside', async () => {
    const { wished, own, need, other, claim, led, hosted, gives, holds } = await entangle();
    const listed = await see('southeast-committee');
    const named = listed.wouldEnd.map(({ part, thing }) => `${part} ${thing?.id}`);
    expect(new Set(named)).toEqual(
      new Set([
        `Booking ${own}`,
        `Booking ${wished}`,
        `Need ${need.id}`,
        `Claim ${claim.id}`,
        `Project ${led.id}`,
        `ProjectHost ${hosted.id}`,
        `MeetingInvitation ${gives.id}`,
        `ProxyGiven ${gives.id}`,
        `MeetingInvitation ${holds.id}`,
        `ProxyHeld ${holds.id}`,
      ]),
    );
    const times = listed.wouldEnd.flatMap(({ startsAt }) => startsAt ?? []);
    expect(times).toEqual(times.toSorted());
    expect(listed.wouldEnd.slice(times.length).every(({ startsAt }) => startsAt === null)).toBe(true);
    expect((await see(leaving)).wouldEnd).toHaveLength(named.length);
    expect((await see('clinic')).wouldEnd).toEqual([]);

    const secretary = world.actingAs('southeast-committee');
    const step = { id: listed.id, version: listed.version };
    const ended = { suspendMembership: { state: 'SUSPENDED', wouldEnd: [] } };
    expect(await secretary.ask(SUSPEND, { ...step, tryOnly: true })).toEqual(ended);
    expect((await see('southeast-committee')).wouldEnd).toHaveLength(named.length);
    world.clock.set(new Date(world.clock.now().getTime() + 1000));
    expect(await secretary.ask(SUSPEND, step)).toEqual(ended);
    const things = listed.wouldEnd.map(({ thing }) => `${thing?.__typename} ${thing?.id}`);
    // What it had claimed is open again.
    expect(await touched()).toEqual([...new Set([...things, `Need ${other.id}`])].toSorted());
  });

  /** What lines of the audit tell of the last act, besides the membership and what the unit shows. */
  async function touched(): Promise<string[]> {
    const at = world.clock.now().toISOString();
    const lines = await queryAsSuperuser<{ type: string; id: string }>(
      `SELECT DISTINCT thing_type AS type, thing_id AS id FROM audit_line
       WHERE at = '${at}' AND thing_type NOT IN ('Membership', 'Post', 'Offer')`,
      world.api.database.name,
    );
    return lines.map(({ type, id }) => `${type} ${toGlobalId(type, id)}`).toSorted();
  }
});
