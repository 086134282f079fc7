import { nodesOf } from '../support/judging-acts.js';
import { GROUPS, judgeOf, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';

describe('results', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const titles = async (account: string, id: string) => {
    const { currentResult } = await acts.see(account, id);
    const standings = (await acts.standings(account, currentResult)) ?? [];
    return standings.map(({ rank, award, nomination }) => [
      rank,
      award?.name ?? null,
      nomination?.title ?? null,
    ]);
  };

  it('are read by the committee from the closing on, and by the others from the notice on', async () => {
    const { round } = await acts.closed();
    const { draftResult, currentResult } = await acts.see(COMMITTEE, round.id);
    expect([currentResult, draftResult?.state, draftResult?.number]).toEqual([null, 'DRAFT', null]);
    expect((await acts.standings(COMMITTEE, draftResult))?.length).toBe(3);
    expect(draftResult?.chatText).toBeNull();
    for (const account of ['clinic', 'savings-bank', 'resident-1']) {
      const seen = await acts.see(account, round.id);
      expect([account, seen.state, nodesOf(seen.results), seen.draftResult]).toEqual([
        account,
        'DELIBERATING',
        [],
        null,
      ]);
      expect(await acts.standings(account, draftResult)).toBeNull();
    }
    expect(await acts.findResults('zhoupu-steward', round.id)).toBeNull();

    await acts.onRound('publishResult', round);
    const ranking = [
      [1, '一等奖', '一号楼组'],
      [2, '二等奖', '二号楼组'],
      [3, '二等奖', '三号楼组'],
    ];
    for (const account of [COMMITTEE, 'clinic', 'savings-bank', 'resident-1', 'zhoupu-steward'])
      expect([account, await titles(account, round.id)]).toEqual([account, ranking]);
    expect(await acts.findResults('riverside-committee', round.id)).toBeNull();
    expect(await acts.findResults('riverside-clinic', round.id)).toBeNull();
  });

  it('say how a score came about to the committee and its own unit alone, without judges', async () => {
    const { round } = await acts.published();
    const accountsOf = async (account: string) => {
      const { currentResult } = await acts.see(account, round.id);
      return (await acts.standings(account, currentResult))?.map((one) => one.account?.score?.exact ?? null);
    };
    expect(await accountsOf(COMMITTEE)).toEqual(['86/1', '80/1', '74/1']);
    expect(await accountsOf('clinic')).toEqual(['86/1', null, null]);
    expect(await accountsOf('food-market')).toEqual([null, '80/1', null]);
    for (const account of ['savings-bank', 'resident-1', 'zhoupu-steward', 'police-post'])
      expect([account, await accountsOf(account)]).toEqual([account, [null, null, null]]);
    const text = JSON.stringify(await acts.see(COMMITTEE, round.id));
    expect(text).not.toMatch(/联络员/);
  });

  it('show nothing to a returning officer of the committee, who knows whose sheets they are', async () => {
    const officer = new ResultActs(world, 'southeast-officer');
    const { round } = await officer.closed();
    const { draftResult } = await officer.see('southeast-officer', round.id);
    const scores = (await officer.standings('southeast-officer', draftResult))?.map((one) => one.account);
    expect(scores).toEqual([null, null, null]);
    const theirs = await officer.standings(COMMITTEE, draftResult);
    expect(theirs?.map((one) => one.account?.score?.shown)).toEqual(['86.00', '80.00', '74.00']);
  });

  it('wait for every sheet, and tell the returning officer alone which are missing', async () => {
    const { round, roll, nominations } = await acts.judging.settled(GROUPS, {
      panels: [{ kind: 'PARTNER_UNITS', weight: '100' }],
    });
    const assignments = nodesOf(roll.assignments);
    for (const one of assignments.slice(1))
      await acts.judging.submitted(judgeOf(one), one.nomination?.id ?? '', ['70', '80']);
    const refused = await acts.tryAct(acts.officer, 'closeScoring', round);
    const [last] = assignments;
    const title = nominations.find(({ id }) => id === last?.nomination?.id)?.title;
    expect(refused).toEqual({
      __typename: 'SheetsMissing',
      message: expect.stringMatching(/^Scoring cannot be closed: sheets missing: 1\. /) as string,
      missing: [{ judgeName: last?.judgeName, panelKind: 'PARTNER_UNITS', nominationTitle: title }],
    });
    expect((await acts.see(COMMITTEE, round.id)).state).toBe('SCORING');
    expect((await acts.tryAct(COMMITTEE, 'closeScoring', round)).__typename).toBe('FORBIDDEN');
  });

  it('are changed with a number of their own, and say in what and why', async () => {
    const { round, nominations } = await acts.final();
    const { publishedAt } = await acts.judging.rounds.see(round.id);
    const [first] = nominations;
    const nomination = await acts.judging.nominations.see(COMMITTEE, first?.id ?? '');
    const again = await acts.onRound('excludeNomination', nomination ?? { id: '' }, { reason: '材料不实' });
    expect(again.state).toBe('DELIBERATING');
    // What was final stands until the next is published.
    expect((await acts.see('clinic', round.id)).currentResult?.number).toBe(1);
    const { version } = await acts.judging.rounds.see(round.id);
    const anew = await acts.onRound(
      'withholdAward',
      { id: round.id },
      { version, position: 2, reason: '名额保留' },
    );
    await acts.onRound('publishResult', anew);
    // Since when stewards read the round: the first notice.
    expect((await acts.judging.rounds.see(round.id)).publishedAt).toBe(publishedAt);
    const { currentResult, results } = await acts.see('clinic', round.id);
    expect(nodesOf(results).map(({ number, state }) => [number, state])).toEqual([
      [2, 'ON_NOTICE'],
      [1, 'SUPERSEDED'],
    ]);
    expect(currentResult?.reasons).toEqual([
      { act: 'NOMINATION_EXCLUDED', text: '材料不实' },
      { act: 'AWARD_WITHHELD', text: '名额保留' },
    ]);
    expect(currentResult?.withheldAwards).toEqual([{ name: '二等奖' }]);
    expect(currentResult?.changes).toEqual([
      { title: '二号楼组', before: { rank: 2, award: '二等奖' }, after: { rank: 1, award: '一等奖' } },
      { title: '三号楼组', before: { rank: 3, award: '二等奖' }, after: { rank: 2, award: null } },
      { title: '一号楼组', before: { rank: 1, award: '一等奖' }, after: null },
    ]);
    expect(currentResult?.chatText).toBe(
      [
        '【评比公示】2026 年度项目评比（第2号）',
        '更正说明：有申报被取消资格。材料不实',
        '更正说明：有奖项空缺。名额保留',
        '荣获一等奖：二号楼组',
        '二等奖：空缺',
        '参评共2项。',
        '公示期至2026年12月8日（星期二）。如有异议，请在公示期内由单位在平台上提出。',
      ].join('\n'),
    );
  });

  it('credit awards when they are final, and take back what a changed one no longer gives', async () => {
    const { round, nominations } = await acts.published();
    const given = async () => {
      const query = `query ($id: ID!) { evaluationRound(id: $id) { recognitions(first: 20) { edges { node { title unit { code } points takenBackAt } } } } }`;
      type Node = { title: string; unit: { code: string }; points: number; takenBackAt: string | null };
      type Answer = { evaluationRound: { recognitions: { edges: { node: Node }[] } } };
      const { evaluationRound } = await world
        .as(COMMITTEE, { role: 'SECRETARY' })
        .ask<Answer>(query, { id: round.id });
      return nodesOf(evaluationRound.recognitions)
        .filter(({ takenBackAt }) => takenBackAt === null)
        .map(({ unit, points }) => `${unit.code} ${points}`)
        .toSorted();
    };
    expect(await given()).toEqual([]);
    await acts.passNotice(round);
    const final = await acts.onRound('finaliseResult', round);
    expect(await given()).toEqual(['bus-639 20', 'clinic 30', 'food-market 20']);
    const nomination = await acts.judging.nominations.see(COMMITTEE, nominations[0]?.id ?? '');
    const excluded = await acts.onRound('excludeNomination', nomination ?? { id: '' });
    expect(excluded.version).toBeGreaterThan(final.version);
    const again = await acts.onRound('publishResult', excluded);
    // It still holds: the next result is only on notice.
    expect(await given()).toEqual(['bus-639 20', 'clinic 30', 'food-market 20']);
    await acts.passNotice(round);
    await acts.onRound('finaliseResult', again);
    expect(await given()).toEqual(['bus-639 20', 'food-market 30']);
  });

  it('leave a sheet out that is set aside, and then the panel that has too few', async () => {
    const { round } = await acts.closed();
    const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments);
    if (!assignment) throw new Error('Nothing was judged.');
    await acts.onRound('setSheetAside', assignment, { reason: '评分表填错' }, acts.officer);
    const { draftResult } = await acts.see(COMMITTEE, round.id);
    const standings = (await acts.standings(COMMITTEE, draftResult)) ?? [];
    const hit = standings.find(({ nomination }) => nomination?.id === assignment.nomination?.id);
    expect(standings.at(-1)).toBe(hit);
    expect([hit?.rank, hit?.award, hit?.account?.score]).toEqual([null, null, null]);
    expect(hit?.account?.panels).toEqual([
      {
        kind: 'PARTNER_UNITS',
        weight: '100',
        sheetsCounted: 2,
        sheetsSetAside: 1,
        leftOut: 'SET_ASIDE',
        effectiveWeight: null,
        subtotal: null,
        criteria: [],
      },
    ]);
  });

  it('follow a conflict that a judge declares after the closing', async () => {
    const { round } = await acts.published();
    const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments);
    if (!assignment) throw new Error('Nothing was judged.');
    const reason = '我是该楼组居民';
    await acts.judging.act(judgeOf(assignment), 'declareConflict', {
      nominationId: assignment.nomination?.id,
      reason,
    });
    const { state, draftResult } = await acts.see(COMMITTEE, round.id);
    expect([state, draftResult?.reasons]).toEqual([
      'DELIBERATING',
      [{ act: 'CONFLICT_DECLARED', text: null }],
    ]);
  });
});
