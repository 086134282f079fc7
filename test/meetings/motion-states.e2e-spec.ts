import { DoorActs } from '../support/door-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import {
  MOTION_STEPS,
  MotionActs,
  type MotionStepName,
  type SeenMotion,
  VOTERS,
} from '../support/motion-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['DRAFT', 'OPEN', 'CARRIED', 'LOST', 'NO_QUORUM', 'WITHDRAWN'] as const;
const STEPS = Object.keys(MOTION_STEPS) as MotionStepName[];

/** From which states each step leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<MotionStepName, Partial<Record<(typeof STATES)[number], string>>> = {
  updateMotion: { DRAFT: 'DRAFT', OPEN: 'OPEN' },
  withdrawMotion: { DRAFT: 'WITHDRAWN' },
  openVote: { DRAFT: 'OPEN' },
  // Eight units are there, and nobody votes.
  closeVote: { OPEN: 'LOST' },
};

/** Of a drafted motion, by how far its meeting has come. */
const MEETINGS = ['DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'CANCELLED'] as const;
const IN_MEETINGS: Record<'createMotion' | MotionStepName, readonly (typeof MEETINGS)[number][]> = {
  createMotion: ['DRAFT', 'CALLED', 'IN_SESSION'],
  updateMotion: ['DRAFT', 'CALLED', 'IN_SESSION'],
  withdrawMotion: ['DRAFT', 'CALLED', 'IN_SESSION'],
  openVote: ['IN_SESSION'],
  closeVote: [],
};

const COMMITTEE = ['southeast-officer', 'southeast-committee'] as const;
/** Who may never take a step is told so before anything is looked up. */
const OTHERS = {
  clinic: 'FORBIDDEN',
  'owners-committee': 'FORBIDDEN',
  'zhoupu-steward': 'FORBIDDEN',
  'resident-1': 'FORBIDDEN',
  'riverside-committee': 'NOT_FOUND',
} as const;
const VOTES = {
  clinic: 'VoteReceipt',
  'southeast-officer': 'VoteReceipt',
  'owners-committee': 'NOT_FOUND',
  'zhoupu-steward': 'FORBIDDEN',
  'resident-1': 'FORBIDDEN',
  'riverside-committee': 'NOT_FOUND',
} as const;

const ASKED = { majority: 'SIMPLE', asked: 3, for: 2, against: 1 };
const CONSENT = { input: { consent: { ...ASKED, for: 1, against: 2 } } };

describe('every step on a motion from every state, by every role', () => {
  let world: World;
  let acts: MeetingActs;
  let motions: MotionActs;
  let alone: MotionActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MeetingActs(world);
    [motions, alone] = [await begun(8), await begun(1)];
  });
  afterAll(() => world.close());

  const begun = async (present: number): Promise<MotionActs> => {
    const meeting = await acts.called();
    const door = new DoorActs(world, meeting);
    for (const code of [...new Set(['clinic', ...VOTERS])].slice(0, present))
      await door.note(code, 'ARRIVED');
    return new MotionActs(world, await acts.step('beginMeeting', meeting));
  };
  const closed = async (room: MotionActs, hasYes: boolean): Promise<SeenMotion> => {
    const motion = await room.opened();
    if (hasYes) await room.vote('clinic', motion, 'YES');
    return room.step('closeVote', motion);
  };
  const bring: Record<(typeof STATES)[number], () => Promise<SeenMotion>> = {
    DRAFT: () => motions.draft(),
    OPEN: () => motions.opened({ consent: ASKED }),
    CARRIED: () => closed(motions, true),
    LOST: () => closed(motions, false),
    NO_QUORUM: () => closed(alone, true),
    WITHDRAWN: async () => motions.step('withdrawMotion', await motions.draft()),
  };
  const attempt = async (account: string, name: MotionStepName, motion: SeenMotion) => {
    const outcome = await motions.tryStep(account, name, motion, CONSENT);
    return outcome.__typename === 'Motion' ? outcome.state : outcome.__typename;
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(STEPS)('%s', async (name) => {
      let motion = await bring[state]();
      expect(motion.state).toBe(state);
      for (const [account, answer] of Object.entries(OTHERS))
        expect([account, await attempt(account, name, motion)]).toEqual([account, answer]);
      for (const account of COMMITTEE) {
        expect([account, await attempt(account, name, motion)]).toEqual([
          account,
          LEADS[name][state] ?? 'WrongState',
        ]);
        if (LEADS[name][state] && account !== COMMITTEE[1]) motion = await bring[state]();
      }
    });

    it('castVote', async () => {
      const motion = await bring[state]();
      for (const [account, answer] of Object.entries(VOTES)) {
        const expected = answer === 'VoteReceipt' && state !== 'OPEN' ? 'WrongState' : answer;
        const { __typename } = await motions.vote(account, motion, 'YES');
        expect([account, __typename]).toEqual([account, expected]);
      }
    });
  });

  it.each(MEETINGS)('of a meeting that is %s', async (state) => {
    const meeting = await acts.draft();
    const room = new MotionActs(world, meeting);
    const drafted = [await room.draft(), await room.draft(), await room.draft(), await room.draft()];
    await moveTo(meeting, state);
    const made = await room.tryDraft('southeast-officer');
    expect(made.__typename).toBe(IN_MEETINGS.createMotion.includes(state) ? 'Motion' : 'WrongState');
    for (const [index, name] of STEPS.entries()) {
      const [motion] = drafted.slice(index);
      if (!motion) throw new Error(`There is no motion for ${name}.`);
      const { __typename } = await room.tryStep('southeast-officer', name, motion, CONSENT);
      expect([name, __typename]).toEqual([name, IN_MEETINGS[name].includes(state) ? 'Motion' : 'WrongState']);
    }
  });

  const moveTo = async (draft: SeenMeeting, state: (typeof MEETINGS)[number]): Promise<void> => {
    if (state === 'DRAFT') return;
    if (state === 'CANCELLED') return void (await acts.step('cancelMeeting', draft));
    const called = await acts.step('callMeeting', draft);
    if (state === 'CALLED') return;
    const inSession = await acts.step('beginMeeting', called);
    if (state === 'CLOSED') await acts.step('closeMeeting', inSession);
  };
});
