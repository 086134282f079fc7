import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { putInState } from '../support/evaluation-acts.js';
import { startWorld, type World } from '../support/world.js';

const RESIDENTS = ['resident-1', 'resident-2', 'resident-3', 'resident-4', 'resident-5'];

describe('the sheet of a judge', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  /** A round by halves from 1 to 10, somebody who judges it, and somebody who does not. */
  const judged = async () => {
    const scale = { scale: { min: '1', max: '10', step: '0.5' } };
    const { round, nominations } = await acts.settled([['clinic', { subjectLabel: '三号楼组' }]], scale);
    const all = await Promise.all(RESIDENTS.map((account) => acts.mine(account, { roundId: round.id })));
    const judge = RESIDENTS.find((_, at) => all[at]?.length) ?? '';
    const other = RESIDENTS.find((_, at) => !all[at]?.length) ?? '';
    return { round, nominationId: nominations[0]?.id ?? '', judge, other };
  };

  it('is a draft until it is submitted complete, and amended until scoring is closed', async () => {
    const { round, nominationId, judge } = await judged();
    const draft = await acts.save(judge, nominationId, ['9.5', null]);
    expect(draft.sheet).toMatchObject({ version: 1, scores: ['9.5', null], isSubmitted: false });
    const gap = await acts.tryAct(judge, 'submitScoreSheet', { nominationId, version: 1 });
    expect(gap).toMatchObject({
      __typename: 'WrongState',
      message: expect.stringContaining('Criterion 2') as string,
    });
    await acts.save(judge, nominationId, ['9.5', '10'], 1);
    expect(await acts.tryAct(judge, 'submitScoreSheet', { nominationId, version: 1 })).toMatchObject({
      __typename: 'StaleVersion',
      message: expect.stringMatching(/^You have saved this sheet since you loaded it/) as string,
    });
    const sent = await acts.act(judge, 'submitScoreSheet', { nominationId, version: 2 });
    expect(sent).toMatchObject({ state: 'SUBMITTED', sheet: { version: 3, isSubmitted: true } });
    expect(await acts.tryAct(judge, 'submitScoreSheet', { nominationId, version: 3 })).toMatchObject({
      __typename: 'WrongState',
    });
    const amended = await acts.save(judge, nominationId, ['1', '1.0'], 3);
    // Nothing of the assignment tells that it was amended.
    expect(amended).toEqual({
      ...sent,
      sheet: { ...sent.sheet, version: 4, scores: ['1', '1'] },
    });
    const input = { scores: ['1', null] };
    const opened = await acts.tryAct(judge, 'saveScoreSheet', { nominationId, version: 4, input });
    expect(opened.__typename).toBe('WrongState');
    await putInState(world, round, 'DELIBERATING');
    const late = await acts.tryAct(judge, 'saveScoreSheet', {
      nominationId,
      version: 4,
      input: { scores: ['2', '2'] },
    });
    expect(late.__typename).toBe('WrongState');
    expect((await acts.mine(judge, { roundId: round.id }))[0]?.sheet?.scores).toEqual(['1', '1']);
  });

  it.each([
    [['11', '5'], 'input.scores.0', 'A score is from 1 to 10.'],
    [['5', '0.5'], 'input.scores.1', 'A score is from 1 to 10.'],
    [['5', '5.25'], 'input.scores.1', 'Scores go from 1 up in steps of 0.5.'],
    [
      ['5'],
      'input.scores',
      'Give 2 scores, one for each criterion in its order; null for what is still open.',
    ],
    [
      ['5', '5', '5'],
      'input.scores',
      'Give 2 scores, one for each criterion in its order; null for what is still open.',
    ],
  ])('does not take %j', async (scores, path, message) => {
    world.clock.advance(1);
    const { nominationId, judge } = (kept ??= await judged());
    const outcome = await acts.tryAct(judge, 'saveScoreSheet', { nominationId, input: { scores } });
    expect(outcome).toMatchObject({ __typename: 'BAD_USER_INPUT', fields: [{ path, message }] });
    expect((await acts.mine(judge, { states: ['SETTLED'] })).map(({ sheet }) => sheet)).not.toContainEqual(
      expect.anything(),
    );
  });
  let kept: Awaited<ReturnType<typeof judged>> | null = null;

  it('is refused for what one does not judge as for what does not exist, whatever it says', async () => {
    const { nominationId, other } = await judged();
    for (const account of [other, 'clinic', 'southeast-committee', 'southeast-officer', acts.officer]) {
      for (const scores of [['5', '5'], ['99'], []]) {
        const real = await raw(account, 'saveScoreSheet', { nominationId, input: { scores } });
        const random = await raw(account, 'saveScoreSheet', { nominationId: randomId(), input: { scores } });
        expect(real).toBe(random);
      }
      const real = await raw(account, 'submitScoreSheet', { nominationId, version: 1 });
      expect(real).toBe(await raw(account, 'submitScoreSheet', { nominationId: randomId(), version: 1 }));
      expect(JSON.stringify(real)).toContain('NOT_FOUND');
    }
  });

  it('is read by nobody else: not the returning officer, whose roll says only that it is there', async () => {
    const { round, nominationId, judge, other } = await judged();
    const sent = await acts.submitted(judge, nominationId, ['8', '9']);
    const roll = nodesOf((await acts.roll(round.id)).assignments).find(({ id }) => id === sent.id);
    expect(roll).toMatchObject({ state: 'SUBMITTED', sheet: null });
    const query = `query ($sheet: ID!, $own: ID!) { sheet: node(id: $sheet) { __typename } own: node(id: $own) { __typename } }`;
    type Answer = Record<'sheet' | 'own', { __typename: string } | null>;
    const seen = async (account: string) => {
      const variables = { sheet: sent.sheet?.id, own: sent.id };
      const { sheet, own } = await acts.clientOf(account).ask<Answer>(query, variables);
      return [sheet, own];
    };
    expect(await seen(judge)).toEqual([{ __typename: 'ScoreSheet' }, { __typename: 'JudgeAssignment' }]);
    expect(await seen(acts.officer)).toEqual([null, { __typename: 'JudgeAssignment' }]);
    for (const account of [other, 'clinic', 'southeast-committee', 'southeast-officer', 'zhoupu-steward'])
      expect(await seen(account)).toEqual([null, null]);
  });

  it('leaves lines for its judge alone, and of the assignment for the returning officer too', async () => {
    const { nominationId, judge } = await judged();
    const { id, sheet } = await acts.submitted(judge, nominationId, ['8', '9']);
    const lines = `auditLines(first: 9) { edges { node { act } } }`;
    const query = `query ($sheet: ID!, $own: ID!) {
      sheet: node(id: $sheet) { ... on ScoreSheet { ${lines} } }
      own: node(id: $own) { ... on JudgeAssignment { ${lines} } } }`;
    type Lined = { auditLines: { edges: { node: { act: string } }[] } } | null;
    const acting = async (account: string) => {
      const variables = { sheet: sheet?.id, own: id };
      const answer = await acts.clientOf(account).ask<Record<'sheet' | 'own', Lined>>(query, variables);
      return [answer.sheet, answer.own].map(
        (node) => node && node.auditLines.edges.map((edge) => edge.node.act).toSorted(),
      );
    };
    expect(await acting(judge)).toEqual([
      ['CHANGED', 'CREATED'],
      ['SETTLED', 'SUBMITTED'],
    ]);
    expect(await acting(acts.officer)).toEqual([null, ['PROPOSED', 'SETTLED', 'SUBMITTED']]);
    for (const account of ['southeast-committee', 'southeast-officer', 'clinic']) {
      const all = `{ auditLines(first: 100) { edges { node { thingType } } } }`;
      type Lines = { auditLines: { edges: { node: { thingType: string } }[] } };
      const { auditLines } = await acts.clientOf(account).ask<Lines>(all);
      const things = auditLines.edges.map(({ node }) => node.thingType);
      expect(things.filter((thing) => /Judg|Score/.test(thing))).toEqual([]);
    }
  });

  it('is not touched by two savings at once: the second is told to look again', async () => {
    const { nominationId, judge } = await judged();
    await acts.save(judge, nominationId, ['2', '2']);
    const outcomes = await Promise.all(
      ['3', '4'].map((score) =>
        acts.tryAct(judge, 'saveScoreSheet', { nominationId, version: 1, input: { scores: [score, score] } }),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'JudgeAssignment',
      'StaleVersion',
    ]);
  });

  const raw = async (account: string, name: 'saveScoreSheet' | 'submitScoreSheet', variables: object) => {
    const { __typename, message, fields } = await acts.tryAct(account, name, variables);
    return JSON.stringify({ __typename, message, fields });
  };
  const randomId = (): string => toGlobalId('Nomination', randomUUID());
});
