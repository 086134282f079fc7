import { nodesOf } from '../../../../test/support/judging-acts.js';
import { MembershipActs } from '../../../../test/support/membership-acts.js';
import { PARTNERS_ALONE, ResultActs } from '../../../../test/support/result-acts.js';
import { startWorld, type World } from '../../../../test/support/world.js';

const FINAL = { name: '决赛', periodFrom: '2026-12-01', periodTo: '2026-12-31', finalists: 1 };
const TEAMS = [
  ['clinic', { subjectLabel: '合唱队' }],
  ['food-market', { subjectLabel: '舞蹈队' }],
  ['bus-639', { subjectLabel: '太极队' }],
] as const;

describe('the final of a contest', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  it('begins with the finalists of a result that is final, without those whose unit does not take part any more', async () => {
    const { rounds, nominations } = acts.judging;
    const contest = { subjects: TEAMS, changes: { ...PARTNERS_ALONE, subjectKind: 'CONTEST_TEAM' } };
    // The first two share the first rank, at the border.
    const { round, nominations: put } = await acts.final(contest, (_sheet, at) => [
      at < 2 ? '90' : '60',
      '80',
    ]);
    const { id } = round;
    const copied = await rounds.act(acts.secretary, 'copyEvaluationRound', { id, input: FINAL });
    const changed = await acts.onRound('withholdAward', round, { position: 2 });
    const early = await rounds.tryAct(acts.secretary, 'openNominations', copied);
    expect(early.message).toBe(
      'That round has no final result yet, so that nobody knows its first: make its result final before.',
    );
    await acts.onRound('publishResult', changed);
    await acts.passNotice(round);
    await acts.onRound('finaliseResult', await rounds.see(id));

    const tried = await rounds.tryAct(acts.secretary, 'openNominations', { ...copied, tryOnly: true });
    expect(tried.leftOutFinalists).toEqual([]);
    await new MembershipActs(world).step('suspendMembership', 'food-market');
    const named = await rounds.tryAct(acts.secretary, 'openNominations', { ...copied, tryOnly: true });
    expect(named.leftOutFinalists).toEqual(['舞蹈队']);
    await new MembershipActs(world).step('resumeMembership', 'food-market');

    await rounds.act(acts.secretary, 'openNominations', copied);
    const ids = await nominations.listIds('southeast-officer', { roundId: copied.id });
    const stands = await Promise.all(ids.map((one) => nominations.see('southeast-officer', one)));
    expect(stands.map((one) => one?.title ?? '').toSorted()).toEqual(['合唱队', '舞蹈队']);
    const first = stands.find((one) => one?.title === '合唱队');
    expect(await nominations.see('clinic', first?.id ?? '')).toMatchObject({
      state: 'SUBMITTED',
      subjectLabel: '合唱队',
      statement: put[0]?.statement,
      unit: { code: 'clinic' },
      finalistOf: { id: put[0]?.id },
      round: { name: '决赛' },
    });
    expect(await nominations.listIds('bus-639', { roundId: copied.id })).toEqual([]);
    await nominations.score(copied.id);
    expect((await nominations.listIds('bus-639', { roundId: copied.id })).toSorted()).toEqual(ids.toSorted());
    const frozen = await nominations.see('bus-639', first?.id ?? '');
    expect(frozen).toMatchObject({ responsibleUnit: { code: 'clinic' }, coHosts: [] });
    expect(nodesOf((await acts.see('bus-639', id)).results).map(({ number }) => number)).toContain(2);
  });
});
