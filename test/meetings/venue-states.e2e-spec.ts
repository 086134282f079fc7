import { VenueActs, type SeenVenues, type VenueActName } from '../support/venue-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'CANCELLED'] as const;
type State = (typeof STATES)[number];
type Step = Extract<
  VenueActName,
  'planMeetingOffers' | 'requestMeetingOffers' | 'dropMeetingOffer' | 'letMeetingCallItself'
>;

/** In which states each step is granted, and by whom of the committee; everything else is refused and changes nothing. */
const GRANTED: Record<Step, { in: readonly State[]; by: readonly string[] }> = {
  planMeetingOffers: { in: ['DRAFT', 'CALLED'], by: ['southeast-officer', 'southeast-committee'] },
  requestMeetingOffers: { in: ['DRAFT', 'CALLED'], by: ['southeast-officer', 'southeast-committee'] },
  dropMeetingOffer: { in: ['DRAFT', 'CALLED'], by: ['southeast-officer', 'southeast-committee'] },
  letMeetingCallItself: { in: ['DRAFT'], by: ['southeast-committee'] },
};
const STEPS = Object.keys(GRANTED) as Step[];
const OTHERS = ['clinic', 'property-management', 'owners-committee', 'zhoupu-steward', 'resident-1'] as const;
const OPEN = { hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }], leadTimeMinutes: 0 };
const SPAN = { startsAt: '2026-12-09T14:00:00+08:00', endsAt: '2026-12-09T16:00:00+08:00' };

describe('what a meeting wants, from every state and by every role', () => {
  let world: World;
  let acts: VenueActs;
  let room: string;
  let hall: string;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new VenueActs(world);
    room = await world.offer('warm-home', { ...OPEN, confirmation: 'OWNER' });
    hall = await world.offer('hall', { ...OPEN, confirmation: 'OWNER' });
  });
  afterAll(() => world.close());

  const seen = async ({ id }: { id: string }) => (await acts.see('southeast-officer', id))!;
  /** Of a meeting that was called its room is lost, so that there is something to ask for. */
  const lost = async (isCalled: boolean) => {
    const draft = await acts.wanting([{ offerId: room }], SPAN);
    if (!isCalled) {
      await acts.decline(draft.offers[0]);
      return seen(draft);
    }
    await acts.confirm(draft.offers[0]);
    const called = await acts.act('callMeeting', await seen(draft));
    await acts.cancelByOwner(called.offers[0]);
    return seen(draft);
  };
  const step = async (name: 'beginMeeting' | 'closeMeeting', meeting: SeenVenues) =>
    seen(await acts.meetings.step(name, meeting));
  const bring: Record<State, () => Promise<SeenVenues>> = {
    DRAFT: () => lost(false),
    CALLED: () => lost(true),
    IN_SESSION: async () => step('beginMeeting', await lost(true)),
    CLOSED: async () => step('closeMeeting', await step('beginMeeting', await lost(true))),
    CANCELLED: async () => seen(await acts.act('cancelMeeting', await lost(true))),
  };
  const attempt = async (account: string, name: Step, meeting: SeenVenues) => {
    const thing = name === 'dropMeetingOffer' ? meeting.offers[0]! : meeting;
    const more = { items: [{ offerId: hall }], callsItself: true };
    return (await acts.tryAct(account, name, thing, more)).__typename;
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(STEPS)('%s', async (name) => {
      const meeting = await bring[state]();
      const { in: states, by } = GRANTED[name];
      for (const account of OTHERS) expect(await attempt(account, name, meeting)).toBe('FORBIDDEN');
      expect(await attempt('riverside-committee', name, meeting)).toBe('NOT_FOUND');
      const [granted, other] = [by[0]!, 'southeast-officer'];
      if (!by.includes(other)) expect(await attempt(other, name, meeting)).toBe('FORBIDDEN');
      expect(await seen(meeting)).toEqual(meeting);
      expect(await attempt(granted, name, meeting)).toBe(states.includes(state) ? 'Meeting' : 'WrongState');
    });
  });
});
