import { nodesOf } from '../support/judging-acts.js';
import { readPrintedPage } from '../support/printed-page.js';
import { judgeOf, PARTNERS_ALONE, ResultActs, type SeenObjection } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';

describe('how a result ends', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const cancel = (round: object) => acts.judging.rounds.tryAct(SECRETARY, 'cancelEvaluationRound', round);
  const uphold = async (objection: SeenObjection) =>
    expect((await acts.tryAct(SECRETARY, 'ruleOnObjection', { ...objection, upheld: true })).state).toBe(
      'UPHELD',
    );
  const nominationOf = async (id = '') => (await acts.judging.nominations.see(SECRETARY, id)) ?? { id };

  it('never by a cancelled round once awards and points were given', async () => {
    const { round } = await acts.final();
    const again = await acts.onRound('withholdAward', round);
    for (const act of [null, 'publishResult'] as const) {
      const refused = await cancel(act === null ? again : await acts.onRound(act, again));
      expect([refused.__typename, refused.message]).toEqual([
        'WrongState',
        'Its result was final, with awards and points given: change the result and publish it instead.',
      ]);
    }
  });

  it.each(['on notice', 'deliberated again'])(
    'by the cancelling of a round whose result is %s',
    async (where) => {
      const { round } = await acts.published();
      await acts.file('police-post', round);
      const at = where === 'on notice' ? round : await acts.onRound('withholdAward', round);
      expect((await cancel(at)).state).toBe('CANCELLED');
      const { currentResult, draftResult, results, objections } = await acts.see('clinic', round.id);
      expect([currentResult, draftResult]).toEqual([null, null]);
      expect(nodesOf(objections)).toEqual([]);
      expect((await acts.see(SECRETARY, round.id)).draftResult).toBeNull();
      const [result] = nodesOf(results);
      expect([result?.number, result?.state]).toEqual([1, 'LAPSED']);
      expect(result?.chatText).toContain('【评比公示·已作废】2026 年度项目评比（第1号）');
      expect(result?.chatText).toContain('本轮评比已取消，本号结果作废。');
      expect(result?.chatText).not.toContain('异议');
      const url = `/evaluation-rounds/${round.id}/ranking.html`;
      const { statusCode, body } = await world.actingAs('clinic').send({ method: 'GET', url });
      expect([statusCode, readPrintedPage(body).facts.at(-1)]).toEqual([
        200,
        '本轮评比已取消，本号结果作废。',
      ]);
      const [objection] = nodesOf((await acts.see('police-post', round.id)).objections);
      expect(objection?.state).toBe('LAPSED');
      expect(objection?.chatText).toContain('提出的异议因评比取消而终止。');
    },
  );

  it('is told to be looked at again while it is', async () => {
    const textOf = async (id: string) => (await acts.see('clinic', id)).currentResult?.chatText;
    const noticed = (await acts.published()).round;
    expect(await textOf(noticed.id)).toContain('如有异议');
    await acts.onRound('withholdAward', noticed);
    expect(await textOf(noticed.id)).toMatch(/本号结果正在复核，以下一号公示为准。$/);
    expect(await textOf(noticed.id)).not.toContain('异议');
    const { round } = await acts.final();
    expect(await textOf(round.id)).toMatch(/公示期满，结果已确定。$/);
    await acts.onRound('withholdAward', round);
    expect(await textOf(round.id)).toMatch(/本号结果正在复核，以下一号公示为准。$/);
  });

  it('is not put up while an objection to the one before is not ruled on, nor made final over one that was upheld', async () => {
    const { round } = await acts.published();
    const filed = await acts.file('police-post', round);
    const changed = await acts.onRound('withholdAward', round, { position: 2 });
    const waiting = await acts.tryAct(SECRETARY, 'publishResult', changed);
    expect(waiting.message).toMatch(/^Objections not ruled on: 1\. /);
    await uphold(filed);
    const restored = await acts.onRound('restoreAward', changed, { position: 2 });
    const unchanged = await acts.tryAct(SECRETARY, 'publishResult', restored);
    expect(unchanged.message).toMatch(/^An objection was upheld and nothing has changed since: /);
    const settled = await acts.onRound('withholdAward', restored, { position: 1 });
    const second = await acts.onRound('publishResult', settled);
    // Back to what was rightly objected to.
    const back = await acts.onRound('restoreAward', second, { position: 1 });
    expect((await acts.tryAct(SECRETARY, 'publishResult', back)).message).toBe(unchanged.message);
  });

  it.each(['set aside', 'of a judge who declares a conflict'])(
    'is settled by a sheet that counts no more, even where ranks stay: %s',
    async (how) => {
      // One more than the minimum, all alike: without any of them everything stays.
      const { round } = await acts.published({ changes: { ...PARTNERS_ALONE, sheetsPerPanel: 4 } });
      await uphold(await acts.file('police-post', round));
      const before = await acts.standings(SECRETARY, (await acts.see(SECRETARY, round.id)).currentResult);
      const [sheet] = nodesOf((await acts.judging.roll(round.id)).assignments).filter(
        ({ state, nomination }) => state === 'SUBMITTED' && nomination?.title === '一号楼组',
      );
      if (!sheet) throw new Error('Nobody judged.');
      const nominationId = sheet.nomination?.id;
      if (how === 'set aside') await acts.onRound('setSheetAside', sheet, {}, acts.officer);
      else await acts.judging.act(judgeOf(sheet), 'declareConflict', { nominationId });
      const changed = await acts.judging.rounds.see(round.id);
      expect((await acts.onRound('publishResult', changed)).state).toBe('PUBLIC_NOTICE');
      const after = await acts.standings(SECRETARY, (await acts.see(SECRETARY, round.id)).currentResult);
      const ranksOf = (standings: typeof after) => standings?.map(({ rank, award }) => [rank, award?.name]);
      expect(ranksOf(after)).toEqual(ranksOf(before));
      // The one after it need not differ again.
      const later = await acts.onRound('withholdAward', changed, {
        ...(await acts.judging.rounds.see(round.id)),
        position: 2,
      });
      const back = await acts.onRound('restoreAward', later, { position: 2 });
      expect((await acts.onRound('publishResult', back)).state).toBe('PUBLIC_NOTICE');
    },
  );

  it('takes in again what was excluded, with the ranks there were', async () => {
    const { round, nominations } = await acts.published();
    const ranks = async () => {
      const { draftResult, currentResult } = await acts.see(SECRETARY, round.id);
      const standings = await acts.standings(SECRETARY, draftResult ?? currentResult);
      return standings?.map(({ rank, nomination }) => [rank, nomination?.title]);
    };
    const before = await ranks();
    const first = nominations[0]?.id;
    const early = await acts.tryAct(SECRETARY, 'readmitNomination', await nominationOf(first));
    expect(early.__typename).toBe('WrongState');
    await acts.onRound('excludeNomination', await nominationOf(first));
    expect(await ranks()).toEqual([
      [1, '二号楼组'],
      [2, '三号楼组'],
    ]);
    const heard = (await acts.tryAct('southeast-officer', 'readmitNomination', await nominationOf(first)))
      .__typename;
    expect(heard).toBe('FORBIDDEN');
    await acts.onRound('readmitNomination', await nominationOf(first), { reason: '材料已补正' });
    expect(await ranks()).toEqual(before);
    const { draftResult } = await acts.see(SECRETARY, round.id);
    expect(draftResult?.reasons.map(({ act }) => act)).toEqual([
      'NOMINATION_EXCLUDED',
      'NOMINATION_READMITTED',
    ]);
    expect(await nominationOf(first)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('is not put up with nobody in it', async () => {
    const { nominations } = await acts.closed({ subjects: [['clinic', { subjectLabel: '七号楼组' }]] });
    const emptied = await acts.onRound('excludeNomination', await nominationOf(nominations[0]?.id));
    const refused = await acts.tryAct(SECRETARY, 'publishResult', emptied);
    expect(refused.message).toBe('Nothing is left in the result: readmit a nomination, or cancel the round.');
  });

  it('knows its awards by their positions, withheld once and restored once', async () => {
    const { round, nominations } = await acts.closed();
    const tried = async (name: 'withholdAward' | 'restoreAward', of: object) =>
      (await acts.tryAct(SECRETARY, name, of)).message;
    expect((await acts.tryAct(SECRETARY, 'withholdAward', { ...round, position: 9 })).__typename).toBe(
      'BAD_USER_INPUT',
    );
    expect(await tried('restoreAward', round)).toMatch(/^The award is not withheld, /);
    const withheld = await acts.onRound('withholdAward', round);
    expect(await tried('withholdAward', withheld)).toMatch(/^The award is withheld already: /);
    // What is done to a result later leaves it so.
    await acts.onRound('excludeNomination', await nominationOf(nominations[0]?.id));
    const { draftResult } = await acts.see(SECRETARY, round.id);
    expect(draftResult?.withheldAwards).toEqual([{ name: '一等奖' }]);
  });

  it('is objected to once by a unit in one matter, until it takes that back or somebody rules', async () => {
    const { round, nominations } = await acts.published();
    const about = { nominationId: nominations[0]?.id };
    const whole = await acts.file('police-post', round);
    const part = await acts.file('police-post', round, about);
    await acts.file('clinic', round, about);
    for (const matter of [{}, about]) {
      const again = await acts.tryAct('police-post', 'fileObjection', { roundId: round.id, ...matter });
      expect(again.message).toMatch(/^Your unit has objected to this already/);
    }
    const withdrawn = await acts.tryAct('police-post', 'withdrawEvaluationObjection', whole);
    expect([withdrawn.state, withdrawn.chatText?.split('\n')[0]]).toEqual([
      'WITHDRAWN',
      expect.stringContaining('提出的异议已撤回。'),
    ]);
    await acts.file('police-post', round);
    await acts.tryAct(SECRETARY, 'ruleOnObjection', part);
    await acts.file('police-post', round, about);
  });
});
