import { JudgingActs, nodesOf, type SeenRoll } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';

const RESIDENTS = ['resident-1', 'resident-2', 'resident-3', 'resident-4', 'resident-5'];

describe('the judging of a round', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  const GROUPS = [
    ['clinic', { subjectLabel: '一号楼组' }],
    ['bus-639', { subjectLabel: '二号楼组' }],
    ['clinic', { subjectLabel: '三号楼组' }],
  ] as const;
  const loadsOf = (roll: SeenRoll, panel: string): number[] => {
    const all = nodesOf(roll.assignments).filter(({ panelKind }) => panelKind === panel);
    const names = new Set(all.map(({ judgeName }) => judgeName));
    return [...names]
      .map((name) => all.filter(({ judgeName }) => judgeName === name).length)
      .toSorted((one, other) => one - other);
  };

  it('proposes judges evenly, none in conflict, and leaves a panel out that is too small', async () => {
    const { round } = await acts.scoring(GROUPS);
    const empty = await acts.roll(round.id);
    expect([nodesOf(empty.judges), nodesOf(empty.assignments), empty.settledAt]).toEqual([[], [], null]);
    const roll = await acts.onRoll('proposeJudges', empty);
    const assignments = nodesOf(roll.assignments);
    expect(assignments).toHaveLength(3 * 2 * 3);
    expect(new Set(assignments.map(({ state }) => state))).toEqual(new Set(['PROPOSED']));
    // Nine seats for five residents, and for thirteen partners of whom two nominate.
    expect(loadsOf(roll, 'RESIDENTS')).toEqual([1, 2, 2, 2, 2]);
    expect(loadsOf(roll, 'PARTNER_UNITS')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(roll.leftOut.map(({ panelKind, judges }) => [panelKind, judges])).toEqual(
      [0, 0, 0].map((judges) => ['COMMITTEE', judges]),
    );
    const own = assignments.filter(
      ({ unit, nomination }) => unit?.code === 'clinic' && nomination?.title !== '二号楼组',
    );
    expect(own).toEqual([]);
    // Everybody once, the returning officer not at all.
    const judges = nodesOf(roll.judges);
    expect(judges.filter(({ panelKind }) => panelKind === 'COMMITTEE')).toHaveLength(2);
    expect(judges.map(({ unit }) => unit?.code)).not.toContain('savings-bank');
    expect(judges.filter(({ personName }) => personName === '物业与房地产联络员')).toHaveLength(1);
    expect(judges).toHaveLength(2 + 13 + 5);
  });

  it('gives the same proposal again, and after what was changed by hand', async () => {
    const { round } = await acts.scoring(GROUPS);
    const once = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const first = nodesOf(once.assignments)[0];
    const dropped = await acts.tryAct(acts.officer, 'dropAssignment', {
      id: first?.id,
      version: first?.version,
    });
    expect(nodesOf((dropped as SeenRoll).assignments)).toHaveLength(17);
    const again = await acts.onRoll('proposeJudges', dropped as SeenRoll);
    const seats = (roll: SeenRoll): string[] =>
      nodesOf(roll.assignments)
        .map(({ nomination, judgeName }) => `${nomination?.title} ${judgeName}`)
        .toSorted();
    expect(seats(again)).toEqual(seats(once));
    expect(nodesOf(again.judges)).toEqual(nodesOf(once.judges));
  });

  it('shows judges what is theirs once it is settled, and nothing before', async () => {
    const { round, nominations } = await acts.scoring();
    const proposed = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    for (const account of RESIDENTS) expect(await acts.mine(account, { roundId: round.id })).toEqual([]);
    const roll = await acts.onRoll('settleAssignments', proposed);
    expect(roll.settledAt).toBe(world.clock.now().toISOString());
    const mine = await Promise.all(RESIDENTS.map((account) => acts.mine(account, { roundId: round.id })));
    expect(mine.flat().map(({ state, nomination }) => [state, nomination?.id])).toEqual(
      [0, 1, 2].map(() => ['SETTLED', nominations[0]?.id]),
    );
    expect((await acts.tryAct(acts.officer, 'settleAssignments', roll)).__typename).toBe('WrongState');
    expect((await acts.tryAct(acts.officer, 'proposeJudges', roll)).__typename).toBe('WrongState');
  });

  it('is changed one by one, before it is settled and after, and then shown at once', async () => {
    const { round, nominations, roll } = await acts.settled();
    const nominationId = nominations[0]?.id ?? '';
    const sits = nodesOf(roll.assignments).map(({ judgeName }) => judgeName);
    const free = nodesOf(roll.judges).find(
      ({ panelKind, personName }) => panelKind === 'RESIDENTS' && !sits.includes(personName),
    );
    const wish = { nominationId, judgeId: free?.id };
    const more = await acts.onRoll('assignJudge', roll, wish);
    const account = `resident-${'一二三四五'.indexOf(free?.personName.at(-1) ?? '') + 1}`;
    const [mine] = await acts.mine(account, { roundId: round.id });
    expect(mine).toMatchObject({ state: 'SETTLED', nomination: { id: nominationId } });
    expect((await acts.tryAct(acts.officer, 'assignJudge', { ...more, ...wish })).__typename).toBe(
      'WrongState',
    );
    await acts.submitted(account, nominationId, ['8', '9']);
    const [sent] = await acts.mine(account, { roundId: round.id });
    const excused = await acts.onRoll('excuseJudge', { ...more, ...(free ?? { id: '', version: 0 }) });
    // What was submitted stands.
    expect((await acts.mine(account, { roundId: round.id }))[0]?.state).toBe('SUBMITTED');
    const set = await acts.onRoll('dropAssignment', { ...excused, ...(sent ?? { id: '', version: 0 }) });
    const [after] = await acts.mine(account, { roundId: round.id });
    expect(after).toMatchObject({
      state: 'SET_ASIDE',
      ground: 'BY_RETURNING_OFFICER',
      reason: '与该项目有往来',
    });
    expect((await acts.tryAct(acts.officer, 'assignJudge', { ...set, ...wish })).__typename).toBe(
      'WrongState',
    );
  });

  it('gives back what was dropped, with what was written on its sheet', async () => {
    const { round, nominations, roll } = await acts.settled();
    const nominationId = nominations[0]?.id ?? '';
    const [account] = await whoJudges(round.id);
    const [before] = await acts.mine(account ?? '', { roundId: round.id });
    await acts.save(account ?? '', nominationId, ['7', null]);
    const dropped = await acts.onRoll('dropAssignment', { ...roll, ...(before ?? { id: '', version: 0 }) });
    const gone = await acts.tryAct(account ?? '', 'saveScoreSheet', {
      nominationId,
      input: { scores: ['7', '7'] },
    });
    expect(gone.__typename).toBe('WrongState');
    const judge = nodesOf(dropped.judges).find(({ personName }) => personName === before?.judgeName);
    await acts.onRoll('assignJudge', dropped, { nominationId, judgeId: judge?.id });
    const [again] = await acts.mine(account ?? '', { roundId: round.id });
    expect(again).toMatchObject({ state: 'SETTLED', ground: null, sheet: { scores: ['7', null] } });
  });

  const whoJudges = async (roundId: string): Promise<string[]> => {
    const all = await Promise.all(RESIDENTS.map((account) => acts.mine(account, { roundId })));
    return RESIDENTS.filter((_, at) => all[at]?.length);
  };

  it('follows another returning officer, who reads it from then on, and the one before no more', async () => {
    const { round, roll } = await acts.settled();
    const { id, version } = await acts.rounds.see(round.id);
    const asked = await acts.rounds.act(acts.rounds.secretary, 'askStreetOffice', { id, version });
    expect(await acts.findRoll(acts.officer, round.id)).toBeNull();
    expect(await acts.findRoll('zhoupu-steward', round.id)).toBeNull();
    await acts.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id: asked.id });
    const seen = await acts.findRoll('zhoupu-steward', round.id);
    expect(seen && nodesOf(seen.assignments)).toEqual(nodesOf(roll.assignments));
    expect(await acts.findRoll(acts.officer, round.id)).toBeNull();
    expect((await acts.tryAct(acts.officer, 'excuseJudge', { ...nodesOf(roll.judges)[0] })).__typename).toBe(
      'NOT_FOUND',
    );
    const excused = await acts.tryAct('zhoupu-steward', 'excuseJudge', { ...nodesOf(roll.judges)[0] });
    expect(excused.__typename).toBe('JudgingRoll');
  });

  it('refuses as returning officer whoever could judge, whether that one does or not', async () => {
    const { round } = await acts.settled();
    const refusals = [];
    for (const account of ['clinic', 'party-school', 'food-market', 'southeast-officer']) {
      const { id, version } = await acts.rounds.see(round.id);
      const postId = world.post(account);
      const outcome = await acts.rounds.tryAct(acts.rounds.secretary, 'appointReturningOfficer', {
        id,
        version,
        postId,
      });
      refusals.push([outcome.__typename, outcome.message]);
    }
    expect(new Set(refusals.map(String)).size).toBe(1);
    expect(refusals[0]?.[0]).toBe('WrongState');
  });

  it('is not settled before anything is proposed, and given to nobody who is excused, nor what is not judged', async () => {
    const { round, nominations } = await acts.scoring();
    const other = await acts.scoring();
    const empty = await acts.roll(round.id);
    const early = await acts.tryAct(acts.officer, 'settleAssignments', empty);
    expect(early.message).toMatch(/^Nobody is proposed for anything: propose judges first\. /);
    const roll = await acts.onRoll('proposeJudges', empty);
    const judge = nodesOf(roll.judges).find(({ panelKind }) => panelKind === 'RESIDENTS');
    const assign = (now: SeenRoll, nominationId?: string) =>
      acts.tryAct(acts.officer, 'assignJudge', { ...now, nominationId, judgeId: judge?.id });
    const elsewhere = await assign(roll, other.nominations[0]?.id);
    expect(elsewhere.message).toMatch(/^Only what was nominated in time is judged: /);
    const excused = await acts.onRoll('excuseJudge', { ...roll, ...(judge ?? { id: '', version: 0 }) });
    const again = await assign(excused, nominations[0]?.id);
    expect(again.message).toMatch(/^That judge was excused and is given nothing more: /);
  });

  it('is settled once, and gives a judge a nomination once, of two at the same moment', async () => {
    const { round, nominations } = await acts.scoring();
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const twice = async (name: 'settleAssignments' | 'assignJudge', now: SeenRoll, more: object = {}) => {
      const wish = { id: now.id, version: now.version, ...more };
      const both = await Promise.all([1, 2].map(() => acts.tryAct(acts.officer, name, wish)));
      return both.map(({ __typename }) => __typename).toSorted();
    };
    const sits = nodesOf(roll.assignments).map(({ judgeName }) => judgeName);
    const free = nodesOf(roll.judges).find(
      ({ panelKind, personName }) => panelKind === 'RESIDENTS' && !sits.includes(personName),
    );
    const wish = { nominationId: nominations[0]?.id, judgeId: free?.id };
    expect(await twice('assignJudge', roll, wish)).toEqual(['JudgingRoll', 'StaleVersion']);
    const given = await acts.roll(round.id);
    expect(nodesOf(given.assignments).map(({ judgeName }) => judgeName)).toHaveLength(sits.length + 1);
    expect(await twice('settleAssignments', given)).toEqual(['JudgingRoll', 'StaleVersion']);
    expect((await acts.roll(round.id)).version).toBe(given.version + 1);
  });

  it('is tried without effect', async () => {
    const { round } = await acts.scoring();
    const { id, version } = await acts.roll(round.id);
    const query = `mutation ($id: ID!, $version: Int!) { proposeJudges(id: $id, version: $version, tryOnly: true) {
      ... on JudgingRoll { assignments(first: 50) { edges { node { judgeName } } } } } }`;
    type Answer = { proposeJudges: Pick<SeenRoll, 'assignments'> };
    const { proposeJudges } = await acts.clientOf(acts.officer).ask<Answer>(query, { id, version });
    expect(proposeJudges.assignments.edges).toHaveLength(6);
    expect(nodesOf((await acts.roll(round.id)).judges)).toEqual([]);
  });

  /** The last: that resident is one no more. */
  it('gives nothing to somebody who holds the post no more', async () => {
    const { round, nominations } = await acts.scoring();
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const judge = nodesOf(roll.judges).find(({ personName }) => personName.endsWith('五'));
    const id = world.post('resident-5');
    const revoke = `mutation ($id: ID!) { revokePost(id: $id, version: 1) { __typename } }`;
    await acts.clientOf(acts.rounds.secretary).ask(revoke, { id });
    const wish = { nominationId: nominations[0]?.id, judgeId: judge?.id };
    const outcome = await acts.tryAct(acts.officer, 'assignJudge', { ...roll, ...wish });
    expect(outcome.message).toBe('That judge no longer holds the post: choose another judge of the roll.');
  });

  it('tells the returning officer for what no panel judges, and the secretary what none could', async () => {
    const { round, nominations } = await acts.scoring();
    const ids = nominations.map(({ id }) => ({ id }));
    const roll = await acts.roll(round.id);
    expect(roll.nominationsWithoutPanel).toEqual(ids);
    const proposed = await acts.onRoll('proposeJudges', roll);
    expect(proposed.nominationsWithoutPanel).toEqual([]);
    const query = `query ($id: ID!) { evaluationRound(id: $id) { nominationsWithoutPanel { id } } }`;
    type Answer = { evaluationRound: { nominationsWithoutPanel: { id: string }[] | null } };
    const told = async (account: string, id: string) =>
      (await acts.clientOf(account).ask<Answer>(query, { id })).evaluationRound.nominationsWithoutPanel;
    expect(await told(acts.rounds.secretary, round.id)).toEqual([]);
    expect(await told('clinic', round.id)).toBeNull();
    const committee = { subjectKind: 'BUILDING_GROUP', panels: [{ kind: 'COMMITTEE', weight: '100' }] };
    const few = await acts.rounds.appointed(await acts.rounds.nominating(committee), 'savings-bank');
    const { id } = await acts.nominations.submitted('clinic', few.id, { subjectLabel: '四号楼组' });
    expect(await told(acts.rounds.secretary, few.id)).toEqual([{ id }]);
  });
});
