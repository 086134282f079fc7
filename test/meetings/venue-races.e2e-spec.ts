import { fromGlobalId } from '#graphql';
import { Client } from 'pg';
import { VenueActs, type SeenVenues } from '../support/venue-acts.js';
import { untilWaiting } from '../support/until-waiting.js';
import { startWorld, type World } from '../support/world.js';

const ROUNDS = 4;
const OPEN = {
  hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
  leadTimeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  slotMinutes: 30,
};

/** Two at once over HTTP: one of them has the room, and nothing is half booked. */
describe('venues of meetings under a race', () => {
  let world: World;
  let [here, beside]: VenueActs[] = [];
  let truck: string;
  let bus: string;
  let pumps: string;
  let hour = 0;

  beforeAll(async () => {
    world = await startWorld();
    [here, beside] = [new VenueActs(world), new VenueActs(world, 'riverside')];
    truck = await world.offer('ladder-truck', { ...OPEN, confirmation: 'AUTOMATIC' });
    bus = await world.offer('bus-45', { ...OPEN, confirmation: 'OWNER' });
    pumps = await world.offer('pumps', { ...OPEN, confirmation: 'OWNER' });
  });
  afterAll(() => world.close());

  const span = () => {
    hour += 2;
    const at = Date.parse('2026-12-05T00:00:00+08:00') + hour * 3_600_000;
    return { startsAt: new Date(at).toISOString(), endsAt: new Date(at + 3_600_000).toISOString() };
  };
  const rounds = async (play: () => Promise<void>) => {
    for (let round = 0; round < ROUNDS; round += 1) await play();
  };
  const connect = async () => {
    const client = new Client({ connectionString: world.api.database.superuserUrl });
    await client.connect();
    return client;
  };
  const call = (acts: VenueActs | undefined, draft: SeenVenues) =>
    acts?.tryAct(acts.meetings.secretary, 'callMeeting', draft);
  const during = (owner: string, offerId: string, when: { startsAt: string; endsAt: string }) =>
    here!.standing(owner, offerId, when);

  it('of two committees that call at once for the same thing, one has its meeting and the other its draft', async () => {
    await rounds(async () => {
      const when = span();
      const items = [{ offerId: truck }, { offerId: pumps, amount: '1' }];
      const drafts = [await here!.wanting(items, when), await beside!.wanting(items, when)];
      for (const { offers } of drafts) await here!.confirm(offers.find(({ booking }) => booking));
      const outcomes = await Promise.all([call(here, drafts[0]!), call(beside, drafts[1]!)]);
      expect(outcomes.map((one) => one?.__typename ?? '').toSorted()).toEqual(['Meeting', 'OffersMissing']);
      const lost = outcomes.findIndex((one) => one?.__typename === 'OffersMissing');
      const acts = lost === 0 ? here : beside;
      const left = await acts!.see(acts!.meetings.secretary, drafts[lost]!.id);
      expect(left).toMatchObject({ state: 'DRAFT', version: drafts[lost]!.version });
      expect(left?.offers.map(({ state }) => state).toSorted()).toEqual(['CONFIRMED', 'NOTED']);
      expect(await during('fire-squadron', truck, when)).toHaveLength(1);
    });
  });

  it('of the last word and the secretary who calls, one calls it: once', async () => {
    await rounds(async () => {
      const when = span();
      const draft = await here!.wanting([{ offerId: truck }, { offerId: bus }], when);
      const set = await here!.act('letMeetingCallItself', draft, { callsItself: true });
      const wanted = set.offers.find(({ owner }) => owner.code === 'bus-639');
      const [confirmed, called] = await Promise.all([here!.confirm(wanted), call(here, set)]);
      expect(confirmed).toBe('BookingConfirmation');
      expect(['OffersMissing', 'StaleVersion']).toContain(called?.__typename);
      const seen = await here!.see('southeast-officer', draft.id);
      expect(seen).toMatchObject({
        state: 'CALLED',
        offers: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }],
      });
      expect(await during('fire-squadron', truck, when)).toHaveLength(1);
    });
  });

  it('the leave to call itself holds up the last word, which calls the meeting then', async () => {
    const when = span();
    const draft = await here!.wanting([{ offerId: truck }, { offerId: bus }], when);
    const wanted = draft.offers.find(({ owner }) => owner.code === 'bus-639');
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [fromGlobalId('Meeting', draft.id)]);
    const letting = here!.act('letMeetingCallItself', draft, { callsItself: true });
    await untilWaiting(holder, 1);
    const confirming = here!.confirm(wanted);
    // A word that does not wait is said while nobody may know of it.
    await Promise.race([confirming, untilWaiting(holder, 2)]);
    await holder.query('COMMIT');
    expect(await letting).toMatchObject({ state: 'DRAFT', call: { callsItself: true } });
    expect(await confirming).toBe('BookingConfirmation');
    await holder.end();
    const seen = await here!.see('southeast-officer', draft.id);
    expect(seen).toMatchObject({ state: 'CALLED', call: { callsItself: false } });
    expect(await during('fire-squadron', truck, when)).toHaveLength(1);
  });

  it('a draft that waits for no word needs no leave to call itself', async () => {
    const draft = await here!.wanting([{ offerId: truck }, { offerId: bus }], span());
    await here!.confirm(draft.offers.find(({ owner }) => owner.code === 'bus-639'));
    const outcome = await here!.tryAct(here!.meetings.secretary, 'letMeetingCallItself', draft, {
      callsItself: true,
    });
    expect(outcome.__typename).toBe('WrongState');
  });

  it('of two last words that are said at once, the later one calls it', async () => {
    await rounds(async () => {
      const when = span();
      const items = [{ offerId: truck }, { offerId: bus }, { offerId: pumps, amount: '1' }];
      const draft = await here!.wanting(items, when);
      await here!.act('letMeetingCallItself', draft, { callsItself: true });
      const asked = draft.offers.filter(({ booking }) => booking);
      const words = await Promise.all(asked.map((one) => here!.confirm(one)));
      expect(words).toEqual(['BookingConfirmation', 'BookingConfirmation']);
      expect(await here!.see('southeast-officer', draft.id)).toMatchObject({ state: 'CALLED' });
      expect(await during('fire-squadron', truck, when)).toHaveLength(1);
    });
  });

  it('of a word and the cancelling of the draft, nothing stays booked', async () => {
    await rounds(async () => {
      const when = span();
      const draft = await here!.wanting([{ offerId: truck }, { offerId: bus }], when);
      const set = await here!.act('letMeetingCallItself', draft, { callsItself: true });
      const wanted = set.offers.find(({ owner }) => owner.code === 'bus-639');
      const [, cancelled] = await Promise.all([
        here!.confirm(wanted),
        here!.tryAct('southeast-committee', 'cancelMeeting', set),
      ]);
      const seen = await here!.see('southeast-officer', draft.id);
      // Called by the word before, or cancelled with all that was asked for.
      if (cancelled?.__typename === 'StaleVersion') {
        expect(seen).toMatchObject({ state: 'CALLED' });
        await here!.act('cancelMeeting', seen!);
      }
      expect(await here!.see('southeast-officer', draft.id)).toMatchObject({ state: 'CANCELLED' });
      expect(await during('bus-639', bus, when)).toEqual([]);
      expect(await during('fire-squadron', truck, when)).toEqual([]);
    });
  });

  it('of two meetings that move into each other’s time, no room is had twice', async () => {
    await rounds(async () => {
      const [one, two, free] = [span(), span(), span()];
      const first = await here!.act('callMeeting', await here!.wanting([{ offerId: truck }], one));
      const second = await beside!.act('callMeeting', await beside!.wanting([{ offerId: truck }], two));
      const input = { ...free, reason: '错开' };
      const outcomes = await Promise.all([
        here!.tryAct('southeast-committee', 'moveMeeting', first, { input }),
        beside!.tryAct('riverside-committee', 'moveMeeting', second, { input }),
      ]);
      expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['Meeting', 'OffersMissing']);
      expect(await during('fire-squadron', truck, free)).toHaveLength(1);
      const left = [
        ...(await during('fire-squadron', truck, one)),
        ...(await during('fire-squadron', truck, two)),
      ];
      expect(left).toHaveLength(1);
    });
  });
});
