import { ACTION_STEPS, ActionActs, type ActionStepName, type SeenAction } from '../support/action-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
type State = (typeof STATES)[number];
type Act = ActionStepName | 'noteActionProgress';
const ACTS = [...(Object.keys(ACTION_STEPS) as ActionStepName[]), 'noteActionProgress'] as const;

/** From which states each act leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<Act, Partial<Record<State, State>>> = {
  updateAction: { OPEN: 'OPEN' },
  reassignAction: { OPEN: 'OPEN' },
  postponeAction: { OPEN: 'OPEN' },
  dropAction: { OPEN: 'DROPPED' },
  reopenAction: { DONE: 'OPEN', DROPPED: 'OPEN' },
  finishAction: { OPEN: 'DONE' },
  noteActionProgress: { OPEN: 'OPEN' },
};
const OF_ITS_UNIT: readonly Act[] = ['finishAction', 'noteActionProgress'];

/** Who stands where to an action of the clinic. */
const COMMITTEE = ['southeast-committee', 'southeast-officer'] as const;
const STRANGERS = ['owners-committee', 'riverside-primary', 'riverside-committee'] as const;
const OFFICE = ['zhoupu-steward', 'resident-1'] as const;

/** In which states of a meeting its actions are written down, corrected, and those of others reported on. */
const WRITING: readonly string[] = ['IN_SESSION', 'CLOSED'];
const MEETING_STATES = ['DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'CANCELLED'] as const;

describe('every act on an action from every state, by every role', () => {
  let world: World;
  let meetings: MeetingActs;
  let actions: ActionActs;
  let begun: SeenMeeting;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    meetings = new MeetingActs(world);
    actions = new ActionActs(world);
    begun = await meetings.step('beginMeeting', await meetings.called());
  });
  afterAll(() => world.close());

  const bring: Record<State, () => Promise<SeenAction>> = {
    OPEN: () => actions.create(begun),
    DONE: async () => actions.step('finishAction', await actions.create(begun)),
    DROPPED: async () => actions.step('dropAction', await actions.create(begun)),
  };
  const attempt = async (account: string, act: Act, action: SeenAction) => {
    const outcome =
      act === 'noteActionProgress'
        ? await actions.tryNote(account, action)
        : await actions.tryStep(account, act, action);
    return outcome.__typename === 'Action' ? outcome.state : outcome.__typename;
  };
  const refusals = async (act: Act, action: SeenAction) => {
    const isOwn = OF_ITS_UNIT.includes(act);
    const answers: [string, unknown][] = [['food-market', 'FORBIDDEN']];
    for (const one of OFFICE) answers.push([one, 'FORBIDDEN']);
    // Who may never take such a step is told so before anything is looked up.
    for (const one of STRANGERS) {
      const mayTry = isOwn || one === 'riverside-committee';
      answers.push([one, mayTry ? 'NOT_FOUND' : 'FORBIDDEN']);
    }
    if (!isOwn) answers.push(['clinic', 'FORBIDDEN']);
    for (const [account, answer] of answers) {
      expect([account, await attempt(account, act, action)]).toEqual([account, answer]);
    }
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(ACTS)('%s', async (act) => {
      let action = await bring[state]();
      await refusals(act, action);
      const leads = LEADS[act][state];
      const able = OF_ITS_UNIT.includes(act) ? [...COMMITTEE, 'clinic'] : COMMITTEE;
      for (const account of able) {
        expect([account, await attempt(account, act, action)]).toEqual([account, leads ?? 'WrongState']);
        if (leads) action = await bring[state]();
      }
      if (leads && act !== 'noteActionProgress') {
        const stale = { ...action, version: action.version + 1 };
        expect(await attempt('southeast-officer', act, stale)).toBe('StaleVersion');
      }
    });
  });

  const hold: Record<(typeof MEETING_STATES)[number], () => Promise<SeenMeeting>> = {
    DRAFT: () => meetings.draft(LATER),
    CALLED: () => meetings.called(LATER),
    IN_SESSION: async () => meetings.step('beginMeeting', await meetings.called(LATER)),
    CLOSED: async () =>
      meetings.step('closeMeeting', await meetings.step('beginMeeting', await meetings.called(LATER))),
    CANCELLED: async () => meetings.step('cancelMeeting', await meetings.called(LATER)),
  };

  it.each(MEETING_STATES)('are written down and reported on in a meeting that is %s', async (state) => {
    const earlier = await actions.create(begun);
    const meeting = await hold[state]();
    const expected = WRITING.includes(state);
    for (const account of ['clinic', ...OFFICE]) {
      expect((await actions.tryCreate(account, meeting)).__typename).toBe('FORBIDDEN');
      expect((await actions.report(account, meeting, earlier)).__typename).toBe('FORBIDDEN');
    }
    const other = 'riverside-committee';
    expect((await actions.tryCreate(other, meeting)).__typename).toBe('NOT_FOUND');
    expect((await actions.report(other, meeting, earlier)).__typename).toBe('NOT_FOUND');
    for (const account of COMMITTEE) {
      const made = await actions.tryCreate(account, meeting);
      expect(made.__typename).toBe(expected ? 'Action' : 'WrongState');
      const report = await actions.report(account, meeting, earlier);
      expect(report.__typename).toBe(expected ? 'ActionReport' : 'WrongState');
    }
  });
});

const LATER = { startsAt: '2026-12-09T14:10:00+08:00', endsAt: '2026-12-09T15:00:00+08:00' };
