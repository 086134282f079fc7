import {
  EvaluationActs,
  putInState,
  ROUND_ACT_NAMES,
  type RoundActName,
  type RoundState,
  type SeenRound,
} from '../support/evaluation-acts.js';
import { startWorld, type World } from '../support/world.js';

const ONGOING = ['SETUP', 'NOMINATING', 'SCORING', 'DELIBERATING', 'PUBLIC_NOTICE'] as const;
const STATES = [...ONGOING, 'FINAL', 'CANCELLED'] as const;
type Step = Exclude<RoundActName, 'createEvaluationRound' | 'acceptReturningOffice'>;
const STEPS = ROUND_ACT_NAMES.filter(
  (name): name is Step => name !== 'createEvaluationRound' && name !== 'acceptReturningOffice',
);

/** From which states each step leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<Step, Partial<Record<RoundState, RoundState>>> = {
  updateEvaluationRound: { SETUP: 'SETUP', NOMINATING: 'NOMINATING' },
  // Of a copy, which is a round of its own.
  copyEvaluationRound: Object.fromEntries(STATES.map((state) => [state, 'SETUP'])),
  openNominations: { SETUP: 'NOMINATING' },
  beginScoring: { NOMINATING: 'SCORING' },
  cancelEvaluationRound: Object.fromEntries(ONGOING.map((state) => [state, 'CANCELLED'])),
  // Once it is scored, a partner unit could judge: the street office alone takes the office over.
  appointReturningOfficer: { SETUP: 'SETUP', NOMINATING: 'NOMINATING' },
  askStreetOffice: Object.fromEntries(ONGOING.map((state) => [state, state])),
};
const OFFICERS_TOO: readonly Step[] = ['updateEvaluationRound', 'copyEvaluationRound'];
const OTHERS = ['clinic', 'owners-committee', 'zhoupu-steward', 'resident-1', 'riverside-committee'] as const;
const SEES: Record<RoundState, readonly string[]> = {
  SETUP: [],
  NOMINATING: ['clinic', 'resident-1'],
  SCORING: ['clinic', 'resident-1'],
  DELIBERATING: ['clinic', 'resident-1'],
  PUBLIC_NOTICE: ['clinic', 'zhoupu-steward', 'resident-1'],
  FINAL: ['clinic', 'zhoupu-steward', 'resident-1'],
  CANCELLED: ['clinic', 'resident-1'],
};

describe('every step from every state, by every role', () => {
  let world: World;
  let acts: EvaluationActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new EvaluationActs(world);
  });
  afterAll(() => world.close());

  const bring = async (state: RoundState): Promise<SeenRound> => {
    if (state === 'NOMINATING') return acts.ready();
    const round = await acts.appointed(await acts.setUp(), 'savings-bank');
    if (state !== 'SETUP') await putInState(world, round, state);
    return round;
  };

  const attempt = async (account: string, name: Step, { id, version }: SeenRound): Promise<string> => {
    const more = {
      updateEvaluationRound: { input: { name: '新名称' } },
      copyEvaluationRound: { input: { name: '下一年', periodFrom: '2027-01-01', periodTo: '2027-12-31' } },
      appointReturningOfficer: { postId: world.post('police-post') },
    };
    const outcome = await acts.tryAct(account, name, { id, version, ...Reflect.get(more, name) });
    return outcome.state ?? outcome.__typename;
  };

  describe.each(STATES)('from %s', (state) => {
    it.each(STEPS)('%s', async (name) => {
      const round = await bring(state);
      const answers = [];
      for (const account of OTHERS) answers.push([account, await attempt(account, name, round)]);
      // Who may never take such a step is told so before anything is looked up.
      expect(answers).toEqual(
        OTHERS.map((account) => [account, account === 'riverside-committee' ? 'NOT_FOUND' : 'FORBIDDEN']),
      );
      const isOfficers = OFFICERS_TOO.includes(name);
      if (!isOfficers) expect(await attempt('southeast-officer', name, round)).toBe('FORBIDDEN');
      expect(await acts.see(round.id)).toMatchObject({ state, version: round.version, name: round.name });
      const by = isOfficers ? 'southeast-officer' : 'southeast-committee';
      expect(await attempt(by, name, round)).toBe(LEADS[name][state] ?? 'WrongState');
    });

    it('is read by whom it concerns', async () => {
      const { id } = await bring(state);
      const seen = [];
      for (const account of OTHERS) if (await acts.round(account, id)) seen.push(account);
      expect(seen).toEqual(SEES[state]);
      expect((await acts.round('savings-bank', id))?.state).toBe(state);
    });

    it('acceptReturningOffice, by a steward alone and while the street office is asked', async () => {
      const set = await acts.act(acts.secretary, 'askStreetOffice', await acts.setUp());
      if (state !== 'SETUP') await putInState(world, set, state);
      for (const account of ['southeast-committee', 'southeast-officer', 'clinic', 'resident-1'])
        expect((await acts.tryAct(account, 'acceptReturningOffice', set)).__typename).toBe('FORBIDDEN');
      const accepted = await acts.tryAct('zhoupu-steward', 'acceptReturningOffice', set);
      const refused = { FINAL: 'WrongState', CANCELLED: 'NOT_FOUND' };
      expect(accepted.state ?? accepted.__typename).toBe(Reflect.get(refused, state) ?? state);
    });
  });

  it('takes a step on the version that was seen alone', async () => {
    const round = await acts.setUp();
    await acts.act('southeast-officer', 'updateEvaluationRound', { ...round, input: { name: '新名称' } });
    const opened = await acts.tryAct(acts.secretary, 'openNominations', round);
    expect(opened.__typename).toBe('StaleVersion');
  });
});
