import { fromGlobalId } from '#graphql';
import { JudgingActs, nodesOf, type SeenRoll } from '../support/judging-acts.js';
import { judgeOf, PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import { TestClient } from '../support/test-client.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const OFFICER = 'southeast-officer';
const RESIDENTS = { panels: [{ kind: 'RESIDENTS', weight: '100' }] };
const SEVENTH = [['clinic', { subjectLabel: '七号楼组' }]] as const;

const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { __typename ... on Appointment { post { id } } } }`;
const POSTS = `query ($filter: PostFilter!) { posts(filter: $filter, first: 100) { edges { node { id personName version } } } }`;
const SAVE = `mutation ($nominationId: ID!) { saveScoreSheet(nominationId: $nominationId, input: { scores: ["7", "8"] }) {
  __typename ... on JudgeAssignment { state judgeName } } }`;
const LINE = 'edges { node { act part manner role personName actingUnit { code } unit { code } } }';
const LINES = `query ($id: ID!) { evaluationRound(id: $id) { auditLines(first: 3) { ${LINE} }
  draftResult { auditLines(first: 3) { ${LINE} } } currentResult { auditLines(first: 3) { ${LINE} } } } }`;

describe('who knows who judges', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const appoint = async ({ judging }: ResultActs, id: string, account: string) => {
    const post = account === COMMITTEE ? { role: 'SECRETARY' as const } : {};
    const { version } = await judging.rounds.see(id);
    const appointed = { id, version, postId: world.post(account, post) };
    return judging.rounds.act(COMMITTEE, 'appointReturningOfficer', appointed);
  };
  /** Which of them read how scores came about. */
  const readersOf = async (acts: ResultActs, id: string): Promise<string[]> => {
    const readers = [];
    for (const account of [COMMITTEE, OFFICER, 'clinic', 'savings-bank']) {
      const { draftResult, currentResult } = await acts.see(account, id);
      const result = draftResult ?? currentResult;
      const standings = (result && (await acts.standings(account, result))) ?? [];
      if (standings.some((one) => one.account)) readers.push(account);
    }
    return readers;
  };

  it('reads no account of a round whose returning officer it is, while its units read theirs, whoever publishes', async () => {
    const acts = new ResultActs(world, COMMITTEE);
    const { round } = await acts.closed({ subjects: SEVENTH });
    expect(await readersOf(acts, round.id)).toEqual([OFFICER]);
    await acts.onRound('publishResult', round);
    expect(await readersOf(acts, round.id)).toEqual([OFFICER, 'clinic']);
  });

  it('reads none either of a round whose returning officer it once was, before or after the closing', async () => {
    const acts = new ResultActs(world);
    const { round } = await acts.scored({ subjects: SEVENTH });
    await appoint(acts, round.id, OFFICER);
    const { version } = await acts.judging.rounds.see(round.id);
    await acts.onRound('closeScoring', { id: round.id }, { version }, OFFICER);
    expect(await readersOf(acts, round.id)).toEqual([COMMITTEE]);
    const again = await appoint(acts, round.id, 'savings-bank');
    expect(await readersOf(acts, round.id)).toEqual([COMMITTEE]);
    await acts.onRound('publishResult', again);
    expect(await readersOf(acts, round.id)).toEqual([COMMITTEE, 'clinic']);
  });

  it('is nobody who may have read scores: once scoring is closed, the street office or who knew it before', async () => {
    const acts = new ResultActs(world);
    const { round } = await acts.published({ subjects: SEVENTH });
    const { id, version } = await acts.judging.rounds.see(round.id);
    for (const account of [COMMITTEE, OFFICER, 'clinic', 'food-market']) {
      const post = account === COMMITTEE ? { role: 'SECRETARY' as const } : {};
      const appointed = { id, version, postId: world.post(account, post) };
      const { message } = await acts.judging.rounds.tryAct(COMMITTEE, 'appointReturningOfficer', appointed);
      expect([account, message]).toEqual([
        account,
        expect.stringMatching(/^Since scoring was closed, units of the network read scores, /),
      ]);
    }
    await acts.judging.rounds.act(COMMITTEE, 'askStreetOffice', { id, version });
    await acts.judging.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id });
  });

  it('is while judges score nobody who could have judged since it began, though the post has ended', async () => {
    const acts = new JudgingActs(world);
    const { round } = await acts.scoring(SEVENTH, RESIDENTS);
    await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const committee = world.as(COMMITTEE, { role: 'SECRETARY' });
    const unitId = world.unit(COMMITTEE);
    type Posts = { posts: { edges: { node: { id: string; personName: string; version: number } }[] } };
    const { posts } = await committee.ask<Posts>(POSTS, { filter: { unitId } });
    const resident = nodesOf(posts).find(({ id }) => id === world.post('resident-5'));
    const until = '2027-06-30T00:00:00+08:00';
    const input = { unitId, role: 'OFFICER', person: { holderOf: resident?.id }, until };
    type Appointed = { appoint: { post: { id: string } } };
    const { appoint: appointed } = await committee.ask<Appointed>(APPOINT, { input });
    await committee.ask(REVOKE, { ...resident });
    const { version } = await acts.rounds.see(round.id);
    const outcome = await acts.rounds.tryAct(COMMITTEE, 'appointReturningOfficer', {
      id: round.id,
      version,
      postId: appointed.post.id,
    });
    expect(outcome.message).toMatch(/^Since scoring began, only somebody whom no panel /);
  });

  it('judges nothing in the round once it was its returning officer', async () => {
    const acts = new JudgingActs(world);
    const { round, nominations } = await acts.scoring(SEVENTH, PARTNERS_ALONE);
    const asked = await acts.rounds.act(COMMITTEE, 'askStreetOffice', await acts.rounds.see(round.id));
    await acts.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id: asked.id });
    const street = new JudgingActs(world, 'zhoupu-steward');
    const roll = await street.onRoll('proposeJudges', await street.roll(round.id));
    expect(nodesOf(roll.judges).map(({ unit }) => unit?.code)).toContain('food-market');
    expect(nodesOf(roll.judges).map(({ unit }) => unit?.code)).not.toContain('savings-bank');
    const nominationId = nominations[0]?.id;
    expect((await acts.tryAct('savings-bank', 'declareConflict', { nominationId })).__typename).toBe(
      'NOT_FOUND',
    );
  });

  it('judges nothing either through another post of the same person', async () => {
    const [one, other] = ['cross-posted@developer', 'cross-posted@property-management'];
    const acts = new JudgingActs(world, one);
    const { round, nominations } = await acts.scoring(SEVENTH, PARTNERS_ALONE);
    const nominationId = nominations[0]?.id;
    const names = (roll: SeenRoll) => nodesOf(roll.judges).map(({ personName }) => personName);
    const before = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    expect(names(before)).not.toContain('物业与房地产联络员');
    expect((await acts.tryAct(other, 'declareConflict', { nominationId })).__typename).toBe('NOT_FOUND');
    const asked = await acts.rounds.act(COMMITTEE, 'askStreetOffice', await acts.rounds.see(round.id));
    await acts.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id: asked.id });
    const street = new JudgingActs(world, 'zhoupu-steward');
    const after = await street.onRoll('proposeJudges', await street.roll(round.id));
    expect(names(after)).toContain('周浦储蓄所联络员');
    expect(names(after)).not.toContain('物业与房地产联络员');
    for (const account of [one, other])
      expect([account, (await acts.tryAct(account, 'declareConflict', { nominationId })).__typename]).toEqual(
        [account, 'NOT_FOUND'],
      );
  });

  it('is not told by what follows from a conflict that a judge declares late', async () => {
    const acts = new ResultActs(world);
    const { round, nominations } = await acts.published({ subjects: SEVENTH });
    const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments);
    if (!assignment) throw new Error('Nothing was judged.');
    const judge = judgeOf(assignment);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await acts.judging.act(judge, 'declareConflict', { nominationId: nominations[0]?.id });
    type Lines = { auditLines: { edges: { node: { act: string } }[] } };
    type Answer = { evaluationRound: Lines & { draftResult: Lines | null; currentResult: Lines } };
    const linesOf = async (account: string) =>
      (await world.actingAs(account).ask<Answer>(LINES, { id: round.id })).evaluationRound;
    const nobody = { manner: 'BY_RULE', role: null, personName: null, actingUnit: null };
    const line = { ...nobody, unit: { code: COMMITTEE } };
    for (const account of [COMMITTEE, 'clinic', 'savings-bank', 'zhoupu-steward', 'resident-1']) {
      const [last] = nodesOf((await linesOf(account)).auditLines);
      expect([account, last]).toEqual([account, { ...line, act: 'DELIBERATING', part: 'EvaluationRound' }]);
    }
    const { draftResult } = await linesOf(COMMITTEE);
    expect(draftResult && nodesOf(draftResult.auditLines)).toEqual([
      { ...line, act: 'DRAFT', part: 'EvaluationResult' },
    ]);
    await acts.onRound('publishResult', await acts.judging.rounds.see(round.id));
    const published = nodesOf((await linesOf('clinic')).currentResult.auditLines);
    expect(JSON.stringify(published)).not.toContain(assignment.judgeName);
  });
});

describe('a judge whose post is renewed', () => {
  let world: World;
  let acts: JudgingActs;
  const done = new Set<string>();

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  it('judges on through the one that is held now, with what was written, once it is given that anew', async () => {
    const { round, roll, nominations } = await acts.settled(SEVENTH, RESIDENTS);
    const nominationId = nominations[0]?.id ?? '';
    const [assignment] = nodesOf(roll.assignments);
    const name = assignment?.judgeName ?? '';
    const account = `resident-${'一二三四五'.indexOf(name.at(-1) ?? '') + 1}`;
    await acts.save(account, nominationId, ['5', '6']);
    const client = await renewed(account, name);
    const judge = nodesOf(roll.judges).find(({ personName }) => personName === name);
    const given = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
    const seats = nodesOf(given.assignments).filter(({ judgeName }) => judgeName === name);
    expect(seats.map(({ id, state }) => [id, state])).toEqual([[assignment?.id, 'SETTLED']]);
    expect(nodesOf(given.judges).filter(({ personName }) => personName === name)).toHaveLength(1);
    const query = `{ myAssignments(filter: {}, first: 9) { edges { node { round { id } sheet { version scores } } } } }`;
    type Node = { round: { id: string }; sheet: { version: number; scores: string[] } };
    type Mine = { myAssignments: { edges: { node: Node }[] } };
    const mine = nodesOf((await client.ask<Mine>(query)).myAssignments);
    expect(mine).toEqual([{ round: { id: round.id }, sheet: { version: 1, scores: ['5', '6'] } }]);
    const submit = `mutation ($id: ID!) { submitScoreSheet(nominationId: $id, version: 1) { ... on JudgeAssignment { state } } }`;
    expect(await client.ask(submit, { id: nominationId })).toEqual({
      submitScoreSheet: { state: 'SUBMITTED' },
    });
  });

  it('is proposed through the post that is held now', async () => {
    const { round } = await acts.scoring(SEVENTH, { ...RESIDENTS, sheetsPerPanel: 5 });
    const before = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    // Who is proposed first follows from ids; nobody is renewed twice.
    const assignment = nodesOf(before.assignments).find(({ judgeName }) => !done.has(judgeName));
    const name = assignment?.judgeName ?? '';
    const client = await renewed(`resident-${'一二三四五'.indexOf(name.at(-1) ?? '') + 1}`, name);
    expect((await acts.tryAct(acts.officer, 'settleAssignments', before)).__typename).toBe('WrongState');
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    await acts.onRoll('settleAssignments', roll);
    const nominationId = assignment?.nomination?.id;
    expect(await client.ask(SAVE, { nominationId })).toEqual({
      saveScoreSheet: { __typename: 'JudgeAssignment', state: 'SETTLED', judgeName: name },
    });
  });

  /** The same person, through another post in the place of all that it had there. */
  const renewed = async (account: string, name: string): Promise<TestClient> => {
    done.add(name);
    const { claims } = world.as(account);
    if (!claims) throw new Error('An account acts through a post.');
    const committee = world.as(COMMITTEE, { role: 'SECRETARY' });
    const unitId = world.unit(COMMITTEE);
    type Posts = { posts: { edges: { node: { id: string; personName: string; version: number } }[] } };
    const { posts } = await committee.ask<Posts>(POSTS, { filter: { unitId } });
    const before = nodesOf(posts).find(({ personName }) => personName === name);
    await committee.ask(REVOKE, { ...before });
    const person = { holderOf: before?.id };
    const until = '2027-06-30T00:00:00+08:00';
    const input = { unitId, role: 'REPRESENTATIVE', person, until };
    type Appointed = { appoint: { post: { id: string } } };
    const { appoint } = await committee.ask<Appointed>(APPOINT, { input });
    return new TestClient(world.api.app, {
      ...claims,
      postId: fromGlobalId('Post', appoint.post.id) ?? '',
    });
  };
});
