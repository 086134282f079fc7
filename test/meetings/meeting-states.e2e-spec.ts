import {
  MeetingActs,
  type MeetingStepName,
  MEETING_STEPS,
  type SeenMeeting,
} from '../support/meeting-acts.js';
import { MinutesActs } from '../support/minutes-acts.js';
import { startWorld, type World } from '../support/world.js';

/** From which states each step leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<MeetingStepName, Partial<Record<string, string>>> = {
  updateMeeting: { DRAFT: 'DRAFT', CALLED: 'CALLED' },
  callMeeting: { DRAFT: 'CALLED' },
  moveMeeting: { CALLED: 'CALLED' },
  cancelMeeting: { DRAFT: 'CANCELLED', CALLED: 'CANCELLED' },
  beginMeeting: { CALLED: 'IN_SESSION' },
  closeMeeting: { IN_SESSION: 'CLOSED' },
};
const SECRETARY_ALONE: readonly string[] = ['callMeeting', 'moveMeeting', 'cancelMeeting'];
const STATES = ['DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED', 'CANCELLED'] as const;
const STEPS = Object.keys(MEETING_STEPS) as MeetingStepName[];
const OTHERS = ['clinic', 'owners-committee', 'zhoupu-steward', 'resident-1', 'riverside-committee'] as const;

describe('every step from every state, by every role', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const bring: Record<(typeof STATES)[number], () => Promise<SeenMeeting>> = {
    DRAFT: () => acts.draft(),
    CALLED: () => acts.called(),
    IN_SESSION: async () => acts.step('beginMeeting', await acts.called()),
    CLOSED: async () => acts.step('closeMeeting', await acts.step('beginMeeting', await acts.called())),
    MINUTES_PUBLISHED: async () => {
      const minutes = new MinutesActs(world);
      const { id } = await minutes.closed();
      await minutes.step('publishMinutes', await minutes.draft({ id }));
      return acts.see(id);
    },
    CANCELLED: async () => acts.step('cancelMeeting', await acts.called()),
  };

  const attempt = async (account: string, name: MeetingStepName, { id, version }: SeenMeeting) => {
    const more = name === 'updateMeeting' ? { input: { title: '新名称' } } : {};
    try {
      const outcome = await acts.tryStep(account, name, { id, version, ...more });
      return outcome.__typename === 'Meeting' ? outcome.state : outcome.__typename;
    } catch (error) {
      return (error as Error).message.split(' ')[0];
    }
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(STEPS)('%s', async (name) => {
      const meeting = await bring[state]();
      const seesIt = (account: string) =>
        state !== 'DRAFT' && (account === 'clinic' || account === 'zhoupu-steward');
      for (const account of OTHERS) {
        // Who may never take such a step is told so before anything is looked up.
        const isSecretary = account === 'riverside-committee';
        const answer = isSecretary ? 'NOT_FOUND' : 'FORBIDDEN';
        expect([account, seesIt(account), await attempt(account, name, meeting)]).toEqual([
          account,
          seesIt(account),
          answer,
        ]);
      }
      if (SECRETARY_ALONE.includes(name))
        expect(await attempt('southeast-officer', name, meeting)).toBe('FORBIDDEN');
      const by = SECRETARY_ALONE.includes(name) ? 'southeast-committee' : 'southeast-officer';
      expect(await attempt(by, name, meeting)).toBe(LEADS[name][state] ?? 'WrongState');
    });
  });
});
