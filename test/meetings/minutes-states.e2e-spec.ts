import {
  MINUTES_STEPS,
  MinutesActs,
  type MinutesStepName,
  type SeenMinutes,
} from '../support/minutes-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['DRAFT_IN_SESSION', 'DRAFT', 'PUBLISHED'] as const;
const STEPS = Object.keys(MINUTES_STEPS) as MinutesStepName[];
const [SECRETARY, OFFICER, UNIT] = ['southeast-committee', 'southeast-officer', 'clinic'];

/** Whose step it is, and where it leads from which state; everything else is refused and changes nothing. */
const LEADS: Record<MinutesStepName, { by: string[]; to: Partial<Record<string, string>> }> = {
  editMinutes: { by: [SECRETARY, OFFICER], to: { DRAFT_IN_SESSION: 'DRAFT', DRAFT: 'DRAFT' } },
  publishMinutes: { by: [SECRETARY], to: { DRAFT: 'PUBLISHED' } },
  correctMinutes: { by: [SECRETARY], to: { PUBLISHED: 'PUBLISHED' } },
  declineCorrection: { by: [SECRETARY, OFFICER], to: {} },
  confirmMinutes: { by: [UNIT], to: { PUBLISHED: 'CONFIRMED' } },
  askForCorrection: { by: [UNIT], to: { PUBLISHED: 'CORRECTION_ASKED' } },
};

/** Who may never take such a step is told so before anything is looked up. */
const OTHERS: Record<'COMMITTEE' | 'UNIT', Record<string, string>> = {
  COMMITTEE: {
    [UNIT]: 'FORBIDDEN',
    'owners-committee': 'FORBIDDEN',
    'zhoupu-steward': 'FORBIDDEN',
    'resident-1': 'FORBIDDEN',
    'riverside-committee': 'NOT_FOUND',
  },
  UNIT: {
    [SECRETARY]: 'FORBIDDEN',
    [OFFICER]: 'FORBIDDEN',
    'owners-committee': 'NOT_FOUND',
    'zhoupu-steward': 'FORBIDDEN',
    'resident-1': 'FORBIDDEN',
    'riverside-committee': 'NOT_FOUND',
  },
};

describe('every step of minutes from every state, by every role', () => {
  let world: World;
  let acts: MinutesActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MinutesActs(world);
  });
  afterAll(() => world.close());

  const bring: Record<(typeof STATES)[number], () => Promise<SeenMinutes>> = {
    DRAFT_IN_SESSION: async () => acts.draft(await acts.begun()),
    DRAFT: async () => acts.draft(await acts.closed()),
    PUBLISHED: () => acts.published(),
  };
  const attempt = async (account: string, name: MinutesStepName, minutes: SeenMinutes) => {
    const { __typename, state, answer } = await acts.tryStep(account, name, minutes);
    return state ?? answer ?? __typename;
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(STEPS)('%s', async (name) => {
      const minutes = await bring[state]();
      const { by, to } = LEADS[name];
      const isUnits = by.includes(UNIT);
      const others = { ...OTHERS[isUnits ? 'UNIT' : 'COMMITTEE'] };
      if (!isUnits && !by.includes(OFFICER)) others[OFFICER] = 'FORBIDDEN';
      for (const [account, refusal] of Object.entries(others))
        expect([account, await attempt(account, name, minutes)]).toEqual([account, refusal]);
      // A draft is not there for units.
      const refused = isUnits ? 'NOT_FOUND' : 'WrongState';
      for (const account of by.slice(0, to[state] ? 1 : 2))
        expect([account, await attempt(account, name, minutes)]).toEqual([account, to[state] ?? refused]);
    });
  });

  it.each(['DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED', 'CANCELLED'])(
    'drafting from a meeting that is %s',
    async (state) => {
      const { meetings } = acts;
      const bringMeeting: Record<string, () => Promise<{ id: string }>> = {
        DRAFT: () => meetings.draft(),
        CALLED: () => meetings.called(),
        IN_SESSION: () => acts.begun(),
        CLOSED: () => acts.closed(),
        MINUTES_PUBLISHED: async () => {
          const meeting = await acts.closed();
          await acts.step('publishMinutes', await acts.draft(meeting));
          return meeting;
        },
        CANCELLED: async () => meetings.step('cancelMeeting', await meetings.called()),
      };
      const { id } = (await bringMeeting[state]?.()) ?? { id: '' };
      for (const [account, refusal] of Object.entries(OTHERS.COMMITTEE))
        expect([account, (await acts.tryDraft(account, id)).__typename]).toEqual([account, refusal]);
      const isOpen = ['IN_SESSION', 'CLOSED'].includes(state);
      expect((await acts.tryDraft(OFFICER, id)).__typename).toBe(isOpen ? 'Minutes' : 'WrongState');
    },
  );
});
