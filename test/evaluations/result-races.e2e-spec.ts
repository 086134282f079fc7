import { nodesOf } from '../support/judging-acts.js';
import { GROUPS, judgeOf, PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
const TIMES = 5;
const OBJECTORS = ['police-post', 'developer', 'party-school', 'fire-squadron', 'secondary-school'];

describe('acts on a result at the same moment', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const typesOf = (outcomes: readonly { __typename: string }[]): string[] =>
    outcomes.map((one) => one.__typename).toSorted();

  it('close scoring once: one result, the others refused', async () => {
    const { round } = await acts.scored();
    const all = await Promise.all([1, 2, 3, 4].map(() => acts.tryAct(acts.officer, 'closeScoring', round)));
    expect(typesOf(all)).toEqual(['EvaluationRound', 'StaleVersion', 'StaleVersion', 'StaleVersion']);
    const { results } = await acts.see(SECRETARY, round.id);
    expect(nodesOf(results).map(({ state }) => state)).toEqual(['DRAFT']);
  });

  it('publish once, under one number', async () => {
    const { round } = await acts.closed();
    const all = await Promise.all([1, 2, 3].map(() => acts.tryAct(SECRETARY, 'publishResult', round)));
    expect(typesOf(all)).toEqual(['EvaluationRound', 'StaleVersion', 'StaleVersion']);
    const { results } = await acts.see(SECRETARY, round.id);
    expect(nodesOf(results).map(({ number, state }) => [number, state])).toEqual([[1, 'ON_NOTICE']]);
  });

  it('count every amendment that was acknowledged, and no other', async () => {
    for (let time = 0; time < TIMES; time++) {
      const { round } = await acts.scored({ subjects: GROUPS.slice(0, 1), changes: PARTNERS_ALONE });
      const assignments = nodesOf((await acts.judging.roll(round.id)).assignments);
      const amend = async (one: (typeof assignments)[number]) => {
        const [mine] = (await acts.judging.mine(judgeOf(one))).filter(({ id }) => id === one.id);
        const variables = {
          nominationId: one.nomination?.id,
          version: mine?.sheet?.version,
          input: { scores: ['50', '80'] },
        };
        return acts.judging.tryAct(judgeOf(one), 'saveScoreSheet', variables);
      };
      const [closed, ...amended] = await Promise.all([
        acts.tryAct(acts.officer, 'closeScoring', round),
        ...assignments.map(amend),
      ]);
      expect(closed?.__typename).toBe('EvaluationRound');
      const acknowledged = amended.filter(({ __typename }) => __typename === 'JudgeAssignment').length;
      const { draftResult } = await acts.see(SECRETARY, round.id);
      const [standing] = (await acts.standings(SECRETARY, draftResult)) ?? [];
      const scores = standing?.account?.panels[0]?.criteria[0]?.scores.map(({ score }) => Number(score));
      expect(scores).toEqual([...Array(acknowledged).fill(50), ...Array(3 - acknowledged).fill(90)]);
    }
  });

  it('close with the last sheet, or without the closing: never without the sheet', async () => {
    for (let time = 0; time < TIMES; time++) {
      const { round, roll } = await acts.judging.settled(GROUPS.slice(0, 1), PARTNERS_ALONE);
      const [last, ...others] = nodesOf(roll.assignments);
      if (!last) throw new Error('Nobody judges.');
      const nominationId = last.nomination?.id ?? '';
      for (const one of others) await acts.judging.submitted(judgeOf(one), nominationId, ['90', '80']);
      const saved = await acts.judging.save(judgeOf(last), nominationId, ['30', '80']);
      const [closed, submitted] = await Promise.all([
        acts.tryAct(acts.officer, 'closeScoring', round),
        acts.judging.tryAct(judgeOf(last), 'submitScoreSheet', {
          nominationId,
          version: saved.sheet?.version,
        }),
      ]);
      expect(submitted.__typename).toBe('JudgeAssignment');
      expect(['EvaluationRound', 'SheetsMissing']).toContain(closed.__typename);
      if (closed.__typename !== 'EvaluationRound') continue;
      const { draftResult } = await acts.see(SECRETARY, round.id);
      const [standing] = (await acts.standings(SECRETARY, draftResult)) ?? [];
      expect(standing?.account?.panels[0]?.criteria[0]?.scores.map(({ score }) => score)[0]).toMatch(/^30/);
    }
  });

  it('take an objection or change what it is about, and lose none', async () => {
    for (let time = 0; time < TIMES; time++) {
      const { round } = await acts.published({ subjects: GROUPS.slice(0, 1), changes: PARTNERS_ALONE });
      const [withheld, filed] = await Promise.all([
        acts.tryAct(SECRETARY, 'withholdAward', round),
        acts.tryAct('police-post', 'fileObjection', { roundId: round.id }),
      ]);
      expect(withheld.__typename).toBe('EvaluationRound');
      expect(['EvaluationObjection', 'WrongState']).toContain(filed.__typename);
      const { objections } = await acts.see('police-post', round.id);
      expect(objections.edges.length).toBe(filed.__typename === 'EvaluationObjection' ? 1 : 0);
    }
  });

  it('are final, or have an objection: never both', async () => {
    for (let time = 0; time < TIMES; time++) {
      const { round } = await acts.published({ subjects: GROUPS.slice(0, 1), changes: PARTNERS_ALONE });
      const { currentResult } = await acts.see(SECRETARY, round.id);
      const until = new Date(currentResult?.noticeUntil ?? '');
      // Filed in the last instants of the notice, while its end is already here for whoever finalises.
      world.clock.set(new Date(until.getTime() - 1));
      // Signed in already, so that only the act itself is left.
      for (const account of [SECRETARY, ...OBJECTORS]) await acts.see(account, round.id);
      const filing = OBJECTORS.map((unit) => acts.tryAct(unit, 'fileObjection', { roundId: round.id }));
      for (let turn = 0; turn < 5 * (time + 1); turn++) await new Promise((resolve) => setImmediate(resolve));
      world.clock.set(until);
      const [final, ...filed] = await Promise.all([
        acts.tryAct(SECRETARY, 'finaliseResult', round),
        ...filing,
      ]);
      const isFiled = filed.some(({ __typename }) => __typename === 'EvaluationObjection');
      expect(final?.__typename).toBe(isFiled ? 'WrongState' : 'EvaluationRound');
    }
  });
});
