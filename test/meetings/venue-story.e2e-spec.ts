import { VenueActs } from '../support/venue-acts.js';
import { MeetingSeriesActs } from '../support/meeting-series-acts.js';
import { startWorld, type World } from '../support/world.js';

const PARTNERS = 13;
const DRAFTS = `query ($id: ID!) { node(id: $id) { ... on MeetingSeries { id version venue { title }
  meetingsAhead { id version state startsAt isProvisional call { location }
    offers { id version offerTitle state startsAt endsAt booking { id } } } } } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateMeetingSeriesInput!) {
  updateMeetingSeries(id: $id, version: $version, input: $input) { __typename ... on MeetingSeries { version } } }`;

interface Ahead {
  readonly id: string;
  readonly version: number;
  readonly startsAt: string;
  readonly offers: readonly { offerTitle: string; state: string; startsAt: string; endsAt: string }[];
}

/** The meetings of the case, as the committee would hold them: by its dates, in its rooms. */
describe('the meetings of the case', () => {
  let world: World;
  let acts: VenueActs;
  let series: MeetingSeriesActs;
  let warmHome: string;
  let newcomersHome: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new VenueActs(world);
    series = new MeetingSeriesActs(world);
    [warmHome, newcomersHome] = (await world.offers('warm-home', 'newcomers-home')) as [string, string];
  });
  afterAll(() => world.close());

  const ahead = async (id: string) => {
    const { node } = await world
      .as('southeast-officer')
      .ask<{ node: { version: number; meetingsAhead: Ahead[] } }>(DRAFTS, { id });
    return node;
  };
  const update = async (id: string, input: object) => {
    const { version } = await ahead(id);
    await world.as('southeast-officer').ask(UPDATE, { id, version, input });
    return (await ahead(id)).meetingsAhead;
  };

  it('calls the extraordinary one in one act with its room, and invites 13 partners', async () => {
    const at = { startsAt: '2026-12-10T14:00:00+08:00', endsAt: '2026-12-10T15:30:00+08:00' };
    const draft = await acts.wanting([{ offerId: warmHome }], { title: '菜场周边环境门责制专题会', ...at });
    const called = await acts.act('callMeeting', draft);
    expect(called).toMatchObject({
      state: 'CALLED',
      offers: [{ state: 'CONFIRMED', booking: { startsAt: new Date(at.startsAt).toISOString() } }],
      call: { location: '温馨之家（物业服务中心）' },
    });
    const { meeting } = await world
      .as('clinic')
      .ask<{ meeting: { call: { invitedUnits: object[] } } }>(
        `query ($id: ID!) { meeting(id: $id) { call { invitedUnits { code } } } }`,
        { id: draft.id },
      );
    expect(meeting.call.invitedUnits).toHaveLength(1 + PARTNERS);
  });

  it('holds the working one in the same room on another evening', async () => {
    const at = { startsAt: '2026-12-08T19:00:00+08:00', endsAt: '2026-12-08T20:00:00+08:00' };
    const working = acts.meetings.working(['property-management', 'police-post', 'owners-committee'], at);
    const called = await acts.act('callMeeting', await acts.wanting([{ offerId: warmHome }], working));
    expect(called).toMatchObject({ state: 'CALLED', offers: [{ state: 'CONFIRMED' }] });
    // It is the room of one of those invited, who walks there from its booking.
    const { id } = called.offers[0]!.booking!;
    expect(await acts.booking('property-management', id)).toMatchObject({ meeting: { id: called.id } });
  });

  it('notes the room of a series on its drafts, which books it when one of them is called', async () => {
    const { id } = await series.create({ venueId: newcomersHome });
    const drafts = (await ahead(id)).meetingsAhead;
    expect(drafts).toHaveLength(4);
    expect(drafts[0]).toMatchObject({
      startsAt: '2027-01-13T06:00:00.000Z',
      isProvisional: true,
      call: { location: '新周浦人之家（菜场二楼）' },
      offers: [
        { offerTitle: '新周浦人之家', state: 'NOTED', startsAt: '2027-01-13T06:00:00.000Z', booking: null },
      ],
    });
    expect(await acts.standing('food-market', newcomersHome)).toEqual([]);
    const called = await acts.act('callMeeting', drafts[0]!);
    expect(called.offers).toMatchObject([{ state: 'CONFIRMED' }]);
  });

  it('lets the noted room follow the rule, and leaves alone what was settled by hand', async () => {
    const hall = await world.offer('hall', { hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }] });
    const { id } = await series.create({ venueId: hall, monthOfQuarter: 2 });
    const asked = await acts.act('requestMeetingOffers', (await ahead(id)).meetingsAhead[0]!);
    expect(asked.offers).toMatchObject([{ state: 'ASKED' }]);
    const later = await update(id, { at: '15:00' });
    expect(later.map(({ offers }) => [offers[0]?.state, offers[0]?.startsAt.slice(11, 13)])).toEqual([
      ['ASKED', '06'],
      ['NOTED', '07'],
      ['NOTED', '07'],
      ['NOTED', '07'],
    ]);
    expect(later.every(({ startsAt, offers }) => startsAt === offers[0]?.startsAt)).toBe(true);
    const elsewhere = await update(id, { venueId: newcomersHome });
    expect(elsewhere.map(({ offers }) => offers.map(({ offerTitle }) => offerTitle))).toEqual([
      ['多功能活动室'],
      ['新周浦人之家'],
      ['新周浦人之家'],
      ['新周浦人之家'],
    ]);
    expect(elsewhere).toMatchObject([{}, { call: { location: '新周浦人之家（菜场二楼）' } }, {}, {}]);
    const nowhere = await update(id, { venueId: null });
    expect(nowhere.map(({ offers }) => offers.length)).toEqual([1, 0, 0, 0]);
    expect(nowhere[1]).toMatchObject({ call: { location: null } });
  });

  it('takes a venue for a series, and nothing else', async () => {
    const bus = await world.offer('bus-45');
    await expect(series.create({ venueId: bus })).rejects.toThrow('input.venueId: That offer is no venue.');
    const { id } = await world.draft('newcomers-home');
    await expect(series.create({ venueId: id })).rejects.toThrow('NOT_FOUND');
  });
});
