import { fromGlobalId, toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { queryAsSuperuser } from '../support/cluster.js';
import {
  JudgingActs,
  type JudgingActName,
  nodesOf,
  type SeenJudge,
  type SeenRoll,
} from '../support/judging-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { PARTNERS_ALONE } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const CROSS_POSTED = '物业与房地产联络员';

/** Of what becomes of each act by state: see judging-states. */
describe('what judging refuses', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  const stepOf = (thing?: { id: string; version: number }) => ({ id: thing?.id, version: thing?.version });
  const said = async (account: string, name: JudgingActName, variables: object) => {
    const { __typename, message, fields } = await acts.tryAct(account, name, variables);
    return `${__typename}: ${fields?.[0] ? `${fields[0].path} ${fields[0].message}` : message}`;
  };
  const judgeOf = (roll: SeenRoll, is: (judge: SeenJudge) => boolean) => {
    const judge = nodesOf(roll.judges).find(is);
    if (!judge) throw new Error('There is no such judge.');
    return judge;
  };
  const isSchool = ({ unit }: SeenJudge) => unit?.code === 'party-school';
  /** That judge has the first nomination to score. */
  const given = async (is: (judge: SeenJudge) => boolean) => {
    const { round, nominations } = await acts.scoring(undefined, PARTNERS_ALONE);
    const nominationId = nominations[0]?.id ?? '';
    let roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const judge = judgeOf(roll, is);
    const sits = nodesOf(roll.assignments).some(({ judgeName }) => judgeName === judge.personName);
    if (!sits) roll = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge.id });
    roll = await acts.onRoll('settleAssignments', roll);
    const assignment = nodesOf(roll.assignments).find(({ judgeName }) => judgeName === judge.personName);
    return { round, nominationId, roll, judge: judgeOf(roll, is), assignment };
  };

  it('has judges of the panels of the round alone, of units that take part', async () => {
    const members = new MembershipActs(world);
    await members.step('suspendMembership', 'police-post');
    const { round } = await acts.scoring(undefined, PARTNERS_ALONE);
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    await members.step('resumeMembership', 'police-post');
    const judges = nodesOf(roll.judges);
    expect(new Set(judges.map(({ panelKind }) => panelKind))).toEqual(new Set(['PARTNER_UNITS']));
    expect(judges.map(({ unit }) => unit?.code)).not.toContain('police-post');
    expect(judges).toHaveLength(12);
  });

  it('hears of conflicts from whoever a panel of the round could have, and of what is being scored', async () => {
    const { nominationId } = await given(isSchool);
    const declare = (account: string, id: string) => said(account, 'declareConflict', { nominationId: id });
    for (const account of ['southeast-officer', 'resident-1'])
      expect(await declare(account, nominationId)).toMatch(/^NOT_FOUND/);
    const early = await acts.nominations.nominating({ subjectKind: 'BUILDING_GROUP' });
    const sent = await acts.nominations.submitted('clinic', early, { subjectLabel: '三号楼组' });
    expect(await declare('southeast-officer', sent.id)).toMatch(
      /^WrongState: Conflicts are declared from the beginning of scoring until the result is final: /,
    );
    const declared = await acts.act('food-market', 'declareConflict', { nominationId });
    expect(declared).toMatchObject({ personName: '东南菜场联络员' });
    expect(await declare('food-market', nominationId)).toMatch(
      /^WrongState: You have declared this conflict already: /,
    );
  });

  it('takes each step on the version that was seen alone, and excuses once', async () => {
    const { judge, assignment, roll } = await given(isSchool);
    const stale = { ...stepOf(assignment), version: 9 };
    expect(await said(acts.officer, 'dropAssignment', stale)).toMatch(/^StaleVersion/);
    expect(await said(acts.officer, 'excuseJudge', { ...stepOf(judge), version: 9 })).toMatch(
      /^StaleVersion/,
    );
    const excused = await acts.onRoll('excuseJudge', { ...roll, ...judge });
    const again = stepOf(nodesOf(excused.judges).find(isSchool));
    expect(await said(acts.officer, 'excuseJudge', again)).toMatch(
      /^WrongState: That judge was excused and is given nothing more: /,
    );
  });

  it('seats no judge of another round, and nobody twice', async () => {
    const { roll, judge, nominationId } = await given(isSchool);
    const other = await given(isSchool);
    const seat = (judgeId: string) =>
      said(acts.officer, 'assignJudge', { ...stepOf(roll), nominationId, judgeId });
    expect(await seat(other.judge.id)).toMatch(/^WrongState: Only what was nominated in time is judged: /);
    expect(await seat(judge.id)).toMatch(/^WrongState: That judge scores this nomination already/);
    const unknown = toGlobalId('EvaluationJudge', randomUUID());
    expect(await seat(unknown)).toMatch(/^NOT_FOUND/);
  });

  it('takes no word that is missing or too long', async () => {
    const { assignment, judge, nominationId, roll } = await given(isSchool);
    for (const [reason, problem] of [
      [' ', 'BAD_USER_INPUT: reason Say why.'],
      ['长'.repeat(501), 'BAD_USER_INPUT: reason A reason has at most 500 characters.'],
    ]) {
      expect(await said(acts.officer, 'dropAssignment', { ...stepOf(assignment), reason })).toBe(problem);
      expect(await said(acts.officer, 'excuseJudge', { ...stepOf(judge), reason })).toBe(problem);
      expect(await said('party-school', 'declareConflict', { nominationId, reason })).toBe(problem);
    }
    const save = (input: object) => said('party-school', 'saveScoreSheet', { nominationId, input });
    expect(await save({ scores: ['5', '5'], comment: '长'.repeat(2001) })).toBe(
      'BAD_USER_INPUT: input.comment Text may have at most 2000 characters; this has 2001.',
    );
    expect(await save({ scores: Array.from({ length: 21 }, () => '5') })).toMatch(/at most 20 criteria/);
    expect(nodesOf((await acts.roll(roll.round?.id ?? '')).assignments)).toEqual(nodesOf(roll.assignments));
  });

  it('takes a sheet that was saved, on its version, from the post that was given it, as long as its unit takes part', async () => {
    const { nominationId, judge } = await given(({ personName }) => personName === CROSS_POSTED);
    const units = ['developer', 'property-management'];
    const [own, other] = [judge.unit?.code, units.find((code) => code !== judge.unit?.code)];
    const account = `cross-posted@${own}`;
    const input = { scores: ['5', '5'] };
    expect(await said(account, 'submitScoreSheet', { nominationId, version: 1 })).toMatch(
      /^WrongState: Nothing of this sheet is saved yet: /,
    );
    expect(await said(account, 'saveScoreSheet', { nominationId, version: 1, input })).toMatch(
      /^StaleVersion/,
    );
    const elsewhere = await said(`cross-posted@${other}`, 'saveScoreSheet', { nominationId, input });
    expect(elsewhere).toMatch(/^NOT_FOUND/);
    await acts.save(account, nominationId, ['5', '5']);
    // What is there is not saved over unseen.
    expect(await said(account, 'saveScoreSheet', { nominationId, input })).toMatch(/^StaleVersion/);
    const members = new MembershipActs(world);
    await members.step('suspendMembership', own ?? '');
    const late = await said(account, 'saveScoreSheet', { nominationId, version: 1, input });
    await members.step('resumeMembership', own ?? '');
    expect(late).not.toMatch(/^JudgeAssignment/);
    expect(await acts.save(account, nominationId, ['6', '6'], 1)).toMatchObject({ sheet: { version: 2 } });
  });

  it('is of what was frozen alone: a criterion and a panel that are slipped in later count nowhere', async () => {
    const { round, nominations } = await acts.scoring(undefined, PARTNERS_ALONE);
    const roundId = fromGlobalId('EvaluationRound', round.id);
    const slip = (table: string, changes: string) => `INSERT INTO ${table} SELECT (jsonb_populate_record(t,
      jsonb_build_object('id', gen_random_uuid(), 'is_frozen', false, ${changes}))).* FROM ${table} t
      WHERE round_id = '${roundId}' ${table === 'evaluation_criterion' ? 'AND position = 1' : ''}`;
    const slipped = [
      slip('evaluation_criterion', `'position', 3`),
      slip('evaluation_panel', `'kind', 'RESIDENTS'`),
    ];
    await queryAsSuperuser(slipped.join(';'), world.api.database.name);
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    expect(new Set(nodesOf(roll.judges).map(({ panelKind }) => panelKind))).toEqual(
      new Set(['PARTNER_UNITS']),
    );
    expect(new Set(nodesOf(roll.assignments).map(({ panelKind }) => panelKind))).toEqual(
      new Set(['PARTNER_UNITS']),
    );
    const nominationId = nominations[0]?.id ?? '';
    expect(await said('resident-1', 'declareConflict', { nominationId })).toMatch(/^NOT_FOUND/);
    let now = roll;
    if (!nodesOf(roll.assignments).some(({ unit }) => unit?.code === 'party-school'))
      now = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judgeOf(roll, isSchool).id });
    await acts.onRoll('settleAssignments', now);
    expect(await acts.submitted('party-school', nominationId, ['5', '5'])).toMatchObject({
      state: 'SUBMITTED',
    });
  });
});
