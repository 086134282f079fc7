import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import {
  OBJECTION_STEPS,
  ObjectionActs,
  type ObjectionStepName,
  type SeenObjection,
} from '../support/objection-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['OPEN', 'ANSWERED', 'SETTLED', 'UPHELD', 'WITHDRAWN'] as const;
type State = (typeof STATES)[number];
type Act = ObjectionStepName | 'followUpObjection';
const ACTS = [...(Object.keys(OBJECTION_STEPS) as ObjectionStepName[]), 'followUpObjection'] as const;

/** From which states each act leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<Act, Partial<Record<State, State>>> = {
  updateObjection: { OPEN: 'OPEN', ANSWERED: 'ANSWERED' },
  followUpObjection: { OPEN: 'OPEN', ANSWERED: 'ANSWERED' },
  answerObjection: { OPEN: 'ANSWERED', ANSWERED: 'ANSWERED' },
  settleObjection: { ANSWERED: 'SETTLED' },
  upholdObjection: { ANSWERED: 'UPHELD' },
  reopenObjection: { SETTLED: 'ANSWERED', UPHELD: 'ANSWERED' },
  withdrawObjection: { OPEN: 'WITHDRAWN', ANSWERED: 'WITHDRAWN' },
};

/** All recorded by the clinic, or by the committee. */
const KINDS = ['of a unit', 'of a household', 'of a household by the committee'] as const;
type Kind = (typeof KINDS)[number];
/** Whose it is to act, of the clinic and the officer. */
const WHO: Record<Act, Record<Kind, readonly string[]>> = {
  updateObjection: own('clinic', 'southeast-officer'),
  followUpObjection: both(),
  answerObjection: committee(),
  settleObjection: own('clinic', 'southeast-officer'),
  upholdObjection: both(),
  reopenObjection: both(),
  withdrawObjection: own('clinic', 'southeast-officer'),
};
/** A unit speaks for itself alone; for a household its recorder and the committee. */
function own(clinic: string, officer: string): Record<Kind, readonly string[]> {
  return {
    'of a unit': [clinic],
    'of a household': [clinic, officer],
    'of a household by the committee': [officer],
  };
}
function both(): Record<Kind, readonly string[]> {
  return { ...own('clinic', 'southeast-officer'), 'of a unit': ['clinic', 'southeast-officer'] };
}
function committee(): Record<Kind, readonly string[]> {
  return {
    'of a unit': ['southeast-officer'],
    'of a household': ['southeast-officer'],
    'of a household by the committee': ['southeast-officer'],
  };
}

const READERS = ['clinic', 'southeast-officer', 'food-market'] as const;
const STRANGERS = ['owners-committee', 'riverside-committee'] as const;
const OFFICE = ['zhoupu-steward', 'resident-1'] as const;

describe('every act on an objection from every state, by every role', () => {
  let world: World;
  let objections: ObjectionActs;
  let meeting: SeenMeeting;
  let motion: { id: string };

  beforeAll(async () => {
    world = await startWorld();
    objections = new ObjectionActs(world);
    meeting = await new MeetingActs(world).called();
    motion = await objections.motion(meeting);
  });
  afterAll(() => world.close());

  /** A unit objects to a motion once. */
  const record = async (kind: Kind): Promise<SeenObjection> => {
    if (kind === 'of a unit') {
      return (await objections.raise('clinic', await objections.motion(meeting))) as SeenObjection;
    }
    const by = kind === 'of a household' ? 'clinic' : 'southeast-officer';
    return (await objections.record(by, motion))[0] as SeenObjection;
  };
  const bring = async (kind: Kind, state: State): Promise<SeenObjection> => {
    const by = kind === 'of a household by the committee' ? 'southeast-officer' : 'clinic';
    const open = await record(kind);
    if (state === 'OPEN') return open;
    if (state === 'WITHDRAWN') return objections.step('withdrawObjection', open, {}, by);
    const answered = await objections.step('answerObjection', open);
    if (state === 'ANSWERED') return answered;
    return objections.step(state === 'SETTLED' ? 'settleObjection' : 'upholdObjection', answered, {}, by);
  };
  const attempt = async (account: string, act: Act, objection: SeenObjection) => {
    const outcome =
      act === 'followUpObjection'
        ? await objections.followUp(account, objection)
        : await objections.tryStep(account, act, objection);
    return outcome.__typename === 'Objection' ? outcome.state : outcome.__typename;
  };
  /** Who may never answer is told so before anything is looked up; who does not see it is told nothing else. */
  const refusalFor = (kind: Kind, act: Act, account: string): string => {
    if ((OFFICE as readonly string[]).includes(account)) return 'FORBIDDEN';
    const isCommittee = account.endsWith('committee') && account !== 'owners-committee';
    if (act === 'answerObjection' && !isCommittee) return 'FORBIDDEN';
    if ((STRANGERS as readonly string[]).includes(account)) return 'NOT_FOUND';
    const isShown = kind === 'of a unit' || account === 'southeast-officer';
    return isShown || (account === 'clinic' && kind === 'of a household') ? 'FORBIDDEN' : 'NOT_FOUND';
  };

  describe.each(KINDS)('%s', (kind) => {
    it.each(STATES)('from %s', async (state) => {
      let objection = await bring(kind, state);
      for (const act of ACTS) {
        const able = WHO[act][kind];
        for (const account of [...READERS, ...STRANGERS, ...OFFICE]) {
          if (able.includes(account)) continue;
          expect([act, account, await attempt(account, act, objection)]).toEqual([
            act,
            account,
            refusalFor(kind, act, account),
          ]);
        }
        for (const account of able) {
          const leads = LEADS[act][state];
          expect([act, account, await attempt(account, act, objection)]).toEqual([
            act,
            account,
            leads ?? 'WrongState',
          ]);
          if (leads) objection = await bring(kind, state);
        }
      }
      expect((await objections.see('southeast-officer', objection))?.version).toBe(objection.version);
    });
  });
});
