import { fromGlobalId, toGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { randomUUID } from 'node:crypto';
import { putInState } from '../support/evaluation-acts.js';
import { nodesOf } from '../support/judging-acts.js';
import { GROUPS, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { __typename } }`;

describe('objections', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  it('are taken until the last day of the notice is over, and not an instant longer', async () => {
    const { round } = await acts.published();
    const { currentResult } = await acts.see(SECRETARY, round.id);
    const until = new Date(currentResult?.noticeUntil ?? '');
    world.clock.set(new Date(until.getTime() - 1));
    expect((await acts.tryAct('clinic', 'fileObjection', { roundId: round.id })).state).toBe('FILED');
    world.clock.set(until);
    const late = await acts.tryAct('police-post', 'fileObjection', { roundId: round.id });
    expect(late.__typename).toBe('WrongState');
    expect(late.message).toMatch(
      /^The public notice ran until the end of \d{4}-\d\d-\d\d: objections are no longer taken\. Tell the committee, /,
    );
  });

  it('are answered before the result is final', async () => {
    const { round, nominations } = await acts.published();
    const early = await acts.tryAct(SECRETARY, 'finaliseResult', round);
    expect(early.message).toMatch(/^The public notice runs until the end of /);
    const filed = await acts.file('clinic', round, { nominationId: nominations[1]?.id });
    await acts.passNotice(round);
    const refused = await acts.tryAct(SECRETARY, 'finaliseResult', round);
    expect(refused.message).toMatch(/^Objections not ruled on: 1\. /);
    const ruled = await acts.tryAct(SECRETARY, 'ruleOnObjection', {
      ...filed,
      upheld: false,
      reason: '已复核',
    });
    expect(ruled).toMatchObject({ state: 'DISMISSED', ruling: '已复核', ruledByUnit: { code: SECRETARY } });
    expect(ruled.chatText).toBe(
      [
        '【异议裁定】东南医务站对“2026 年度项目评比”提出的异议：不成立。',
        '涉及申报：二号楼组',
        '异议：名次有误',
        '裁定理由：已复核',
      ].join('\n'),
    );
    expect((await acts.onRound('finaliseResult', round)).state).toBe('FINAL');
  });

  it('that are right change the result, which is put up again', async () => {
    const { round, nominations } = await acts.published();
    const filed = await acts.file('clinic', round, { nominationId: nominations[1]?.id });
    await acts.tryAct(SECRETARY, 'ruleOnObjection', { ...filed, upheld: true });
    await acts.passNotice(round);
    const refused = await acts.tryAct(SECRETARY, 'finaliseResult', round);
    expect(refused.message).toMatch(/^An objection was upheld and nothing has changed since: /);
    const nomination = await acts.judging.nominations.see(SECRETARY, nominations[1]?.id ?? '');
    const excluded = await acts.onRound('excludeNomination', nomination ?? { id: '' });
    const again = await acts.onRound('publishResult', excluded);
    await acts.passNotice(round);
    expect((await acts.onRound('finaliseResult', again)).state).toBe('FINAL');
  });

  it('are ruled on by the street office where every secretary has a conflict, and everybody else is told so', async () => {
    const { round, nominations } = await acts.published({
      subjects: [[SECRETARY, { subjectLabel: '五号楼组' }]],
    });
    const filed = await acts.file('clinic', round, { nominationId: nominations[0]?.id });
    expect(filed.isForStreetOffice).toBe(true);
    const refused = await acts.tryAct(SECRETARY, 'ruleOnObjection', filed);
    expect(refused.message).toBe(
      'Every secretary of the committee holds a post in a unit concerned, or returns the round: the street office rules. Pass the objection on to it.',
    );
    const { objections } = await acts.see('zhoupu-steward', round.id);
    expect(nodesOf(objections).map(({ id }) => id)).toEqual([filed.id]);
    const ruled = await acts.tryAct('zhoupu-steward', 'ruleOnObjection', { ...filed, upheld: true });
    expect([ruled.state, ruled.ruledByUnit?.code]).toEqual(['UPHELD', 'zhoupu-office']);
  });

  it('of the committee itself, or to the whole of a round in which it had a hand, are the street office’s', async () => {
    const { round } = await acts.published();
    expect((await acts.file('clinic', round)).isForStreetOffice).toBe(false);
    expect((await acts.file(SECRETARY, round)).isForStreetOffice).toBe(true);
    const own = await acts.published({ subjects: [[SECRETARY, { subjectLabel: '六号楼组' }]] });
    expect((await acts.file('clinic', own.round)).isForStreetOffice).toBe(true);
  });

  it('are written down by the committee for a unit, marked as such', async () => {
    const { round } = await acts.published();
    const filed = await acts.file('southeast-officer', round, { onBehalfOf: world.unit('police-post') });
    expect([filed.unit?.code, filed.onBehalf]).toEqual(['police-post', true]);
    const { objections } = await acts.see('police-post', round.id);
    expect(nodesOf(objections).map(({ id }) => id)).toEqual([filed.id]);
    expect(nodesOf((await acts.see('clinic', round.id)).objections)).toEqual([]);
    const taken = await acts.tryAct('southeast-officer', 'withdrawEvaluationObjection', {
      ...filed,
      onBehalfOf: world.unit('police-post'),
    });
    expect(taken.state).toBe('WITHDRAWN');
  });

  it('are told to the returning officer with how they were ruled on, and not with what they say', async () => {
    const { round, nominations } = await acts.published();
    const [first] = nominations;
    const text = '我们得了 60 分和 90 分';
    const about = { roundId: round.id, nominationId: first?.id, text };
    const filed = await acts.tryAct('clinic', 'fileObjection', about);
    const filing = { state: 'FILED', ruling: null, ruledAt: null, nomination: { id: first?.id } };
    expect((await acts.judging.roll(round.id)).objections).toMatchObject([filing]);
    await acts.tryAct(SECRETARY, 'ruleOnObjection', { ...filed, upheld: true, reason: '请将一份评分表作废' });
    await acts.file('police-post', round);
    const { objections } = await acts.judging.roll(round.id);
    const ruled = { state: 'UPHELD', ruling: '请将一份评分表作废', nomination: { id: first?.id } };
    expect(objections).toHaveLength(2);
    expect(objections).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...ruled, nomination: first && { id: first.id, title: first.title } }),
      ]),
    );
    expect(JSON.stringify(objections)).not.toContain('60');
    // Its own unit objects as well, and what the others say stays hidden.
    expect(nodesOf((await acts.see('savings-bank', round.id)).objections)).toEqual([]);
  });

  it('are told to a steward who returns the round, too, and listed for nobody else past the walls', async () => {
    const { round } = await acts.published();
    const { id, version } = await acts.judging.rounds.see(round.id);
    await acts.judging.rounds.act(SECRETARY, 'askStreetOffice', { id, version });
    await acts.judging.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id });
    await acts.file('clinic', round);
    const roll = await acts.judging.findRoll('zhoupu-steward', round.id);
    expect(roll?.objections).toMatchObject([{ state: 'FILED', nomination: null }]);
    const key = fromGlobalId('EvaluationRound', round.id);
    const tenancy = world.api.app.get(Tenancy);
    for (const account of ['clinic', SECRETARY, 'savings-bank', 'riverside-committee']) {
      const { claims } = world.actingAs(account);
      if (!claims) throw new Error(`${account} has no post.`);
      const sql = 'SELECT * FROM app.returned_objections($1)';
      expect(await tenancy.read(claims, (tx) => tx.query(sql, [key]))).toEqual([]);
    }
  });

  it('are neither read nor ruled on by a secretary who returns the round, through whichever post', async () => {
    const own = new ResultActs(world, SECRETARY);
    const { round, nominations } = await own.published({ subjects: GROUPS.slice(0, 1) });
    const text = '我们得了 60 分和 90 分';
    const about = { roundId: round.id, nominationId: nominations[0]?.id, text };
    const filed = await own.tryAct('clinic', 'fileObjection', about);
    expect([filed.isForStreetOffice, filed.text]).toEqual([true, text]);
    const [seen] = nodesOf((await own.see(SECRETARY, round.id)).objections);
    expect(seen).toMatchObject({ id: filed.id, text: null });
    expect(seen?.chatText).not.toContain('60');
    const waiting = '{ inbox { entries(first: 100) { edges { node { title thing { id } } } } } }';
    const inbox = JSON.stringify(await world.as(SECRETARY, { role: 'SECRETARY' }).ask(waiting));
    expect([inbox.includes(String(filed.id)), inbox.includes('60')]).toEqual([false, false]);
    expect(nodesOf((await own.see('southeast-officer', round.id)).objections)[0]?.text).toBe(text);
    const refused = await own.tryAct(SECRETARY, 'ruleOnObjection', { ...filed, upheld: true });
    expect(refused.message).toMatch(/^Whoever is returning officer of the round, /);
    const { id, version } = await own.judging.rounds.see(round.id);
    await own.judging.rounds.act(SECRETARY, 'askStreetOffice', { id, version });
    // Who has seen the roll reads no scores any more.
    expect(nodesOf((await own.see(SECRETARY, round.id)).objections)[0]?.text).toBeNull();
    const ruled = await own.tryAct('zhoupu-steward', 'ruleOnObjection', { ...filed, upheld: false });
    expect(ruled.state).toBe('DISMISSED');
  });

  it('name a nomination that was scored in the round', async () => {
    const { round } = await acts.published({ subjects: GROUPS.slice(0, 1) });
    const { nominations, rounds } = acts.judging;
    const elsewhere = await acts.judging.scoring();
    const open = await rounds.nominating({ subjectKind: 'BUILDING_GROUP' });
    const withdrawn = await nominations.submitted('clinic', open.id, { subjectLabel: '八号楼组' });
    await nominations.act('clinic', 'withdrawNomination', withdrawn);
    await putInState(world, open, 'PUBLIC_NOTICE');
    const file = async (roundId: string, nominationId = '') =>
      (await acts.tryAct('clinic', 'fileObjection', { roundId, nominationId })).__typename;
    expect(await file(round.id, elsewhere.nominations[0]?.id)).toBe('BAD_USER_INPUT');
    expect(await file(open.id, withdrawn.id)).toBe('BAD_USER_INPUT');
    expect(await file(round.id, toGlobalId('Nomination', randomUUID()))).toBe('NOT_FOUND');
  });

  // The last: from then on the secretary is a judge of the partner units, too.
  it('are passed on to the street office when the secretary has come to have a conflict', async () => {
    const { round, nominations } = await acts.published();
    const filed = await acts.file('police-post', round, { nominationId: nominations[0]?.id });
    expect(filed.isForStreetOffice).toBe(false);
    const early = await acts.tryAct('southeast-officer', 'passObjectionOn', filed);
    expect(early.message).toBe(
      'The committee has somebody without a conflict, who rules: 东南社区党总支书记. Leave it to them.',
    );
    await makeDeputyOfClinic();
    const refused = await acts.tryAct(SECRETARY, 'ruleOnObjection', filed);
    expect(refused.message).toMatch(/^Every secretary of the committee holds a post in a unit concerned/);
    expect((await acts.see('zhoupu-steward', round.id)).objections.edges).toEqual([]);
    const passed = await acts.tryAct('southeast-officer', 'passObjectionOn', filed);
    expect(passed.isForStreetOffice).toBe(true);
    const ruled = await acts.tryAct('zhoupu-steward', 'ruleOnObjection', passed);
    expect(ruled.state).toBe('DISMISSED');
  });

  /** The secretary takes up a post in the clinic beside its own. */
  async function makeDeputyOfClinic(): Promise<void> {
    const holderOf = world.post(SECRETARY, { role: 'SECRETARY' });
    const input = { unitId: world.unit('clinic'), role: 'DEPUTY', person: { holderOf } };
    const { appoint } = await world.as('clinic').ask<{ appoint: { __typename: string } }>(APPOINT, { input });
    expect(appoint.__typename).toBe('Appointment');
  }
});
