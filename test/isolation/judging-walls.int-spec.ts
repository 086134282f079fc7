import { findGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { ActingSql, type Write } from '../support/acting-sql.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';

const TABLES = ['judging_roll', 'evaluation_judge', 'judge_conflict', 'judge_assignment', 'score_sheet'];
const ACCOUNTS = [
  'savings-bank',
  'party-school',
  'clinic',
  'food-market',
  'southeast-committee',
  'southeast-officer',
  'zhoupu-steward',
  'resident-1',
  'owners-committee',
  'riverside-committee',
];

/** Whatever a service forgot, the row policies keep. */
describe('the walls around judging', () => {
  let world: World;
  let acts: JudgingActs;
  let sql: ActingSql;
  let roundId: string;
  let nominationId: string;
  /** One person through the post that was given the nomination, and through another. */
  let given: string;
  let other: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
    sql = await ActingSql.open(world);
    const { round, nominations } = await acts.scoring();
    nominationId = nominations[0]?.id ?? '';
    let roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const twice = nodesOf(roll.judges).find(({ personName }) => personName === '物业与房地产联络员');
    const units = ['developer', 'property-management'];
    given = `cross-posted@${twice?.unit?.code}`;
    other = `cross-posted@${units.find((code) => code !== twice?.unit?.code)}`;
    const judges = nodesOf(roll.judges).filter(({ unit }) =>
      ['party-school', 'bus-639'].includes(unit?.code ?? ''),
    );
    for (const judge of [...judges, twice]) {
      const sits = nodesOf(roll.assignments).some(({ judgeName }) => judgeName === judge?.personName);
      if (!sits) roll = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
    }
    roll = await acts.onRoll('settleAssignments', roll);
    await acts.submitted('party-school', nominationId, ['7', '8']);
    const dropped = nodesOf(roll.assignments).find(({ unit }) => unit?.code === 'bus-639');
    await acts.onRoll('dropAssignment', { ...roll, ...dropped });
    await acts.act('food-market', 'declareConflict', { nominationId });
    roundId = findGlobalId(['EvaluationRound'], round.id)?.id ?? '';
  });
  afterAll(async () => {
    await sql.close();
    await world.close();
  });

  const countOf = async (account: string): Promise<number[]> =>
    sql.as(account, async () => {
      const counts = [];
      for (const table of TABLES) {
        const seen = await sql.ask(`SELECT count(*) FROM ${table}`);
        counts.push(typeof seen === 'string' ? NaN : Number(seen.rows[0]?.['count']));
      }
      return counts;
    });

  it('show the returning officer all but sheets, a judge its own, and nobody else anything', async () => {
    const seen = [];
    for (const account of ACCOUNTS) seen.push([account, await countOf(account)]);
    const assignments = nodesOf((await acts.roll((await anyRound()) ?? '')).assignments).length;
    const [bank, school, ...others] = seen;
    expect(bank).toEqual(['savings-bank', [1, 20, 1, assignments, 0]]);
    expect(school).toEqual(['party-school', [0, 0, 0, 1, 1]]);
    const mine = new Map(
      await Promise.all(
        ACCOUNTS.map(async (account) => [account, (await acts.mine(account)).length] as const),
      ),
    );
    expect(others).toEqual(
      ACCOUNTS.slice(2).map((account) => [
        account,
        [0, 0, account === 'food-market' ? 1 : 0, mine.get(account), 0],
      ]),
    );
    for (const account of [
      'clinic',
      'southeast-committee',
      'southeast-officer',
      'zhoupu-steward',
      'owners-committee',
    ])
      expect(mine.get(account)).toBe(0);
  });
  const anyRound = async (): Promise<string | undefined> => (await acts.mine('party-school'))[0]?.round?.id;

  /** A row like one that is stored, but for that, for whoever cannot read it. */
  const copyOf = async (table: string, where: string, changes: object): Promise<string> => {
    const query = `SELECT to_jsonb(t) AS row FROM ${table} t WHERE round_id = '${roundId}' AND ${where} LIMIT 1`;
    const [found] = await queryAsSuperuser<{ row: object }>(query, world.api.database.name);
    if (!found) throw new Error(`${table} has no such row.`);
    const row = JSON.stringify({ ...found.row, id: randomUUID(), ...changes });
    return `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, '${row}')).*`;
  };
  const postOf = async (account: string) => {
    const [post_id, person_id] = await sql.as(account, async () => {
      const asked = await sql.ask(`SELECT app.post_id() AS post, app.person_id() AS person`);
      return typeof asked === 'string' ? [] : [asked.rows[0]?.['post'], asked.rows[0]?.['person']];
    });
    return { post_id, person_id };
  };
  const expectWrites = async (writes: readonly Write[]) => expect(await sql.writeAll(writes)).toEqual(writes);

  it('let nobody write what is another’s', () =>
    expectWrites([
      ['savings-bank', `UPDATE judge_assignment SET state = 'SUBMITTED' WHERE state = 'SETTLED'`, 'policy'],
      ['savings-bank', `UPDATE score_sheet SET scores = '{1,1}'`, 0],
      ['southeast-committee', `UPDATE judge_assignment SET state = 'DROPPED', ground = 'EXCUSED'`, 0],
      ['southeast-committee', `UPDATE score_sheet SET scores = '{1,1}'`, 0],
      [other, `UPDATE score_sheet SET scores = '{1,1}'`, 0],
      [other, `UPDATE judge_assignment SET state = 'SUBMITTED'`, 'policy'],
      ['clinic', `UPDATE judge_assignment SET state = 'DROPPED', ground = 'EXCUSED'`, 0],
      ['party-school', `UPDATE judge_assignment SET state = 'SETTLED'`, 'policy'],
      ['bus-639', `UPDATE judge_assignment SET state = 'SUBMITTED', ground = NULL, reason = NULL`, 0],
      ['party-school', `DELETE FROM judge_assignment`, 0],
      ['savings-bank', `DELETE FROM judge_assignment`, 0],
      ['party-school', `UPDATE evaluation_judge SET version = 9`, 0],
      ['southeast-committee', `UPDATE evaluation_judge SET version = 9`, 0],
      ['party-school', `UPDATE judging_roll SET settled_at = now()`, 0],
      ['southeast-committee', `UPDATE judging_roll SET settled_at = now()`, 0],
      ['savings-bank', `UPDATE judging_roll SET returning_post_id = app.post_id()`, 'grant'],
      ['savings-bank', `UPDATE evaluation_judge SET person_id = app.person_id()`, 'grant'],
      ['food-market', `UPDATE judge_conflict SET reason = '没有'`, 'grant'],
      ['food-market', `DELETE FROM judge_conflict`, 'grant'],
      ['party-school', `DELETE FROM score_sheet`, 'grant'],
      ['southeast-committee', `INSERT INTO judging_roll SELECT * FROM judging_roll`, 'grant'],
    ]));

  it('let nobody make a judge but the returning officer, nor somebody that returning officer', async () => {
    const [steward, guest] = [await postOf('zhoupu-steward'), await postOf('owners-committee')];
    const [officer, market] = [await postOf('savings-bank'), await postOf('food-market')];
    const itself = { returning_post_id: steward.post_id, returning_person_id: steward.person_id };
    const judge = await copyOf('evaluation_judge', 'true', guest);
    const own = await copyOf('evaluation_judge', 'true', { ...guest, ...itself });
    const conflict = (changes: object) => copyOf('judge_conflict', 'true', changes);
    await expectWrites([
      ['savings-bank', judge, 1],
      ...['owners-committee', 'southeast-committee', 'zhoupu-steward'].map(
        (account) => [account, judge, 'policy'] as const,
      ),
      ['zhoupu-steward', own, 'evaluation_judge_roll_fkey'],
      ['party-school', await copyOf('judge_assignment', `state = 'SETTLED'`, {}), 'policy'],
      ['savings-bank', await copyOf('judge_assignment', `state = 'SUBMITTED'`, {}), 'policy'],
      ['clinic', await conflict(await postOf('clinic')), 1],
      [
        'clinic',
        await conflict({ ...(await postOf('clinic')), ...market, post_id: (await postOf('clinic')).post_id }),
        'policy',
      ],
      ['clinic', await conflict({ ...(await postOf('clinic')), post_id: market.post_id }), 'policy'],
      ['zhoupu-steward', await conflict({ ...steward, ...itself }), 'judge_conflict_roll_fkey'],
      ['savings-bank', await conflict(officer), 1],
    ]);
  });

  it('let nobody write a sheet but who was given it, through the post that was', async () => {
    const seat = `judge_post_id = '${String((await postOf(given)).post_id)}'`;
    const [stored] = await queryAsSuperuser<{ id: string; judge_post_id: string; judge_person_id: string }>(
      `SELECT id, judge_post_id, judge_person_id FROM judge_assignment WHERE round_id = '${roundId}' AND ${seat}`,
      world.api.database.name,
    );
    const sheet = (changes: object) =>
      copyOf('score_sheet', 'true', { ...stored, is_submitted: false, ...changes });
    const clinic = await postOf('clinic');
    const its = { judge_post_id: clinic.post_id, judge_person_id: clinic.person_id };
    await expectWrites([
      [given, await sheet({}), 1],
      [given, await sheet({ judge_person_id: clinic.person_id }), 'policy'],
      [other, await sheet({}), 'policy'],
      ['savings-bank', await sheet({}), 'policy'],
      ['clinic', await sheet({}), 'policy'],
      ['clinic', await sheet(its), 'score_sheet_assignment_fkey'],
    ]);
  });

  it('let a person know through any post what it judges, and through that one alone what it wrote', async () => {
    await acts.save(given, nominationId, ['5', '5']);
    await expectWrites([
      [given, `UPDATE score_sheet SET scores = '{1,1}'`, 1],
      [other, `UPDATE score_sheet SET scores = '{1,1}'`, 0],
    ]);
    expect([await countOf(given), await countOf(other)]).toEqual([
      [0, 0, 0, 1, 1],
      [0, 0, 0, 1, 0],
    ]);
  });

  it('let the committee alone have a roll kept, and from the beginning of scoring on', async () => {
    const keep = (id: string) => `SELECT app.keep_judging_roll('${id}')`;
    const refusal = 'The committee keeps a roll of judges from the beginning of scoring on.';
    for (const account of ['savings-bank', 'clinic', 'party-school', 'zhoupu-steward', 'riverside-committee'])
      expect([account, await sql.as(account, () => sql.ask(keep(roundId)))]).toEqual([account, refusal]);
    const early = findGlobalId(['EvaluationRound'], (await acts.rounds.nominating()).id)?.id ?? '';
    expect(await sql.as('southeast-officer', () => sql.ask(keep(early)))).toBe(refusal);
    expect(await sql.as('southeast-officer', () => sql.ask(keep(roundId)))).toMatchObject({ rowCount: 1 });
  });

  it('let nobody but the returning officer do away with what is only proposed', async () => {
    const { round } = await acts.scoring();
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const proposed = nodesOf(roll.assignments).length;
    await expectWrites([
      ['savings-bank', 'DELETE FROM judge_assignment', proposed],
      ...['clinic', 'southeast-committee', 'zhoupu-steward'].map((account): Write => [
        account,
        'DELETE FROM judge_assignment',
        0,
      ]),
    ]);
  });

  /** The last: the savings bank takes no part any more, and nobody has said so of the rounds. */
  it('end for a returning officer with the part that its unit takes', async () => {
    const suspend = `UPDATE membership SET state = 'SUSPENDED' WHERE unit_code = 'savings-bank'`;
    await queryAsSuperuser(suspend, world.api.database.name);
    expect(await countOf('savings-bank')).toEqual([0, 0, 0, 0, 0]);
    for (const table of ['evaluation_round', 'evaluation_rules', 'evaluation_criterion'])
      expect(await sql.as('savings-bank', () => sql.ask(`SELECT id FROM ${table}`))).toMatchObject({
        rows: [],
      });
    await expectWrites([
      ['savings-bank', `UPDATE judging_roll SET version = 9`, 0],
      ['savings-bank', `UPDATE evaluation_judge SET version = 9`, 0],
      ['savings-bank', `UPDATE judge_assignment SET reason = NULL`, 0],
      ['savings-bank', `DELETE FROM judge_assignment`, 0],
      ['savings-bank', await copyOf('evaluation_judge', 'true', {}), 'policy'],
      ['savings-bank', await copyOf('judge_assignment', `state = 'DROPPED'`, { state: 'SETTLED' }), 'policy'],
    ]);
  });
});
