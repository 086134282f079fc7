import { putInState, type RoundState } from '../support/evaluation-acts.js';
import { JudgingActs, type JudgingActName, nodesOf } from '../support/judging-acts.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { startWorld, type World } from '../support/world.js';

const ROUNDS = ['SCORING', 'DELIBERATING', 'PUBLIC_NOTICE', 'FINAL', 'CANCELLED'] as const;
const STANDINGS = ['PROPOSED', 'SETTLED', 'SUBMITTED', 'DROPPED', 'SET_ASIDE'] as const;
type Standing = (typeof STANDINGS)[number];
const OF_ROLL = [
  'proposeJudges',
  'settleAssignments',
  'assignJudge',
  'dropAssignment',
  'excuseJudge',
] as const;
const OF_JUDGE = ['saveScoreSheet', 'submitScoreSheet', 'declareConflict'] as const;

/** What becomes of the assignment while judges score, if the act is granted; everything else is refused. */
const LEADS: Record<
  (typeof OF_ROLL)[number] | (typeof OF_JUDGE)[number],
  Partial<Record<Standing, string>>
> = {
  // What was proposed is proposed again, and settled with the rest.
  proposeJudges: { PROPOSED: 'PROPOSED' },
  settleAssignments: { PROPOSED: 'SETTLED' },
  assignJudge: { DROPPED: 'SETTLED' },
  dropAssignment: { PROPOSED: 'gone', SETTLED: 'DROPPED', SUBMITTED: 'SET_ASIDE' },
  excuseJudge: {
    PROPOSED: 'gone',
    SETTLED: 'DROPPED',
    SUBMITTED: 'SUBMITTED',
    DROPPED: 'DROPPED',
    SET_ASIDE: 'SET_ASIDE',
  },
  saveScoreSheet: { SETTLED: 'SETTLED', SUBMITTED: 'SUBMITTED' },
  submitScoreSheet: { SETTLED: 'SUBMITTED' },
  declareConflict: {
    PROPOSED: 'PROPOSED',
    SETTLED: 'DROPPED',
    SUBMITTED: 'SET_ASIDE',
    DROPPED: 'DROPPED',
    SET_ASIDE: 'SET_ASIDE',
  },
};
/** Only a conflict is still declared once scoring is closed, until the result is final. */
const LATER: Partial<Record<RoundState, readonly JudgingActName[]>> = {
  DELIBERATING: ['declareConflict'],
  PUBLIC_NOTICE: ['declareConflict'],
};
const JUDGE = 'party-school';
/** A unit that nominates, one that does not judge, the committee, guests, stewards and another network. */
const OTHERS = [
  'clinic',
  'southeast-committee',
  'southeast-officer',
  'owners-committee',
  'zhoupu-steward',
  'riverside-primary',
];

describe('every act of judging, in every state of round and assignment, by every role', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  /** The party school has the nomination to judge, in that standing. */
  const bring = async (standing: Standing, state: RoundState) => {
    // So many are wanted that the party school is among those proposed, and proposed again.
    const { round, nominations } = await acts.scoring(undefined, { sheetsPerPanel: 30 });
    const nominationId = nominations[0]?.id ?? '';
    let roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const judge = nodesOf(roll.judges).find(({ unit }) => unit?.code === JUDGE);
    if (!judge) throw new Error('The party school is no judge.');
    if (standing !== 'PROPOSED') roll = await acts.onRoll('settleAssignments', roll);
    if (standing === 'SUBMITTED' || standing === 'SET_ASIDE')
      await acts.submitted(JUDGE, nominationId, ['5', '5']);
    const own = async () =>
      nodesOf((await acts.roll(round.id)).assignments).find(({ unit }) => unit?.code === JUDGE);
    if (standing === 'DROPPED' || standing === 'SET_ASIDE')
      roll = await acts.onRoll('dropAssignment', { ...roll, ...versionOf(await own()) });
    if (state === 'CANCELLED')
      await acts.rounds.act(acts.rounds.secretary, 'cancelEvaluationRound', versionOf(round));
    else if (state !== 'SCORING') await putInState(world, round, state);
    return { round, nominationId, judge, roll, own };
  };
  type Brought = Awaited<ReturnType<typeof bring>>;
  const variablesOf = async (name: JudgingActName, brought: Brought): Promise<object> => {
    const { nominationId, judge, roll, own } = brought;
    const assignment = await own();
    switch (name) {
      case 'assignJudge':
        return { ...versionOf(roll), nominationId, judgeId: judge.id };
      case 'dropAssignment':
        return versionOf(assignment);
      case 'excuseJudge':
        return versionOf(judge);
      case 'saveScoreSheet': {
        const seen = assignment && (await versionOfSheet(assignment.id));
        return { nominationId, version: seen, input: { scores: ['6', '6'] } };
      }
      case 'submitScoreSheet':
        return { nominationId, version: (assignment && (await versionOfSheet(assignment.id))) ?? 1 };
      case 'declareConflict':
        return { nominationId };
      default:
        return versionOf(roll);
    }
  };
  /** As its judge knows it. */
  const versionOfSheet = async (id: string): Promise<number | null> => {
    const [mine] = (await acts.mine(JUDGE)).filter((one) => one.id === id);
    return mine?.sheet?.version ?? null;
  };
  const versionOf = (thing: { id: string; version: number } | undefined) =>
    thing ? { id: thing.id, version: thing.version } : { id: '', version: 1 };

  describe.each(STANDINGS)('%s', (standing) => {
    it.each([...OF_ROLL, ...OF_JUDGE])('%s', async (name) => {
      const brought = await bring(standing, 'SCORING');
      if (name === 'submitScoreSheet' && standing === 'SETTLED')
        await acts.save(JUDGE, brought.nominationId, ['5', '5']);
      const variables = await variablesOf(name, brought);
      const isOfRoll = OF_ROLL.some((one) => one === name);
      const before = await brought.own();
      for (const account of [...OTHERS, isOfRoll ? JUDGE : acts.officer]) {
        if (
          name === 'declareConflict' &&
          ['southeast-committee', 'southeast-officer', 'clinic'].includes(account)
        )
          continue;
        const { __typename } = await acts.tryAct(account, name, variables);
        expect([account, ['FORBIDDEN', 'NOT_FOUND']]).toEqual([
          account,
          expect.arrayContaining([__typename]),
        ]);
      }
      expect(await brought.own()).toEqual(before);
      const outcome = await acts.tryAct(isOfRoll ? acts.officer : JUDGE, name, variables);
      const leads = LEADS[name][standing];
      const isGranted = outcome.__typename.startsWith('Judg');
      expect([outcome.__typename, isGranted]).toEqual([outcome.__typename, leads !== undefined]);
      // A judge hears of what is only proposed what it hears of anything else.
      if (!isGranted)
        expect(outcome.__typename).toBe(!isOfRoll && standing === 'PROPOSED' ? 'NOT_FOUND' : 'WrongState');
      expect((await brought.own())?.state ?? 'gone').toBe(leads ?? standing);
    });
  });

  describe.each(ROUNDS.filter((state) => state !== 'SCORING'))('with the round %s', (state) => {
    it.each(['SETTLED', 'SUBMITTED'] as const)('%s', async (standing) => {
      for (const name of [...OF_ROLL, ...OF_JUDGE]) {
        const brought = (kept ??= await bring(standing, state));
        const isOfRoll = OF_ROLL.some((one) => one === name);
        const outcome = await acts.tryAct(
          isOfRoll ? acts.officer : JUDGE,
          name,
          await variablesOf(name, brought),
        );
        const isOpen = LATER[state]?.includes(name) ?? false;
        expect([name, outcome.__typename]).toEqual([name, isOpen ? 'JudgeConflict' : 'WrongState']);
        const after = isOpen ? { SETTLED: 'DROPPED', SUBMITTED: 'SET_ASIDE' }[standing] : standing;
        expect((await brought.own())?.state).toBe(after);
      }
      kept = null;
    });
    let kept: Brought | null = null;
  });

  it('never touches the round, nor what is nominated', async () => {
    const rows = (): Promise<object[]> =>
      queryAsSuperuser(
        `SELECT to_json(r) FROM evaluation_round r UNION ALL SELECT to_json(n) FROM nomination n`,
        world.api.database.name,
      );
    const { nominationId, roll, own } = await bring('PROPOSED', 'SCORING');
    const before = await rows();
    await acts.onRoll('settleAssignments', roll);
    await acts.submitted(JUDGE, nominationId, ['5', '5']);
    await acts.act(JUDGE, 'declareConflict', { nominationId });
    expect((await own())?.state).toBe('SET_ASIDE');
    expect(await rows()).toEqual(before);
  });
});
