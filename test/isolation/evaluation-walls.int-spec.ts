import { fromGlobalId } from '#graphql';
import { ActingSql, type Write } from '../support/acting-sql.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { EvaluationActs } from '../support/evaluation-acts.js';
import { NominationActs } from '../support/nomination-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
const RULES = ['evaluation_rules', 'evaluation_criterion', 'evaluation_panel', 'evaluation_award'];

/** What the services never try: each statement is let through or refused by grants and row policies alone. */
describe('the walls around a round and what is nominated in it', () => {
  let world: World;
  let sql: ActingSql;
  /** Round ids: being set up and the street office asked, open for nominations, being scored. */
  let setUp: string;
  let open: string;
  let scored: string;
  /** Of the clinic, in the open round and in the one that is scored. */
  let draft: string;
  let submitted: string;
  let taken: string;

  beforeAll(async () => {
    world = await startWorld();
    sql = await ActingSql.open(world);
    const rounds = new EvaluationActs(world);
    const nominations = new NominationActs(world);
    const of = (type: 'EvaluationRound' | 'Nomination', { id }: { id: string }) =>
      fromGlobalId(type, id) ?? '';
    setUp = of('EvaluationRound', await rounds.act(SECRETARY, 'askStreetOffice', await rounds.setUp()));
    const nominating = await rounds.nominating({ subjectKind: 'UNIT' });
    open = of('EvaluationRound', nominating);
    const itself = { subjectUnitId: world.unit('clinic') };
    draft = of('Nomination', await nominations.draft('clinic', nominating.id, itself));
    submitted = of('Nomination', await nominations.submitted('clinic', nominating.id, itself));
    const ready = await rounds.ready();
    const { id } = await rounds.act(SECRETARY, 'beginScoring', await rounds.see(ready.id));
    scored = of('EvaluationRound', { id });
    const [own = ''] = await nominations.listIds('clinic', { roundId: id });
    taken = of('Nomination', { id: own });
  });
  afterAll(async () => {
    await sql.close();
    await world.close();
  });

  const stored = async (query: string) => queryAsSuperuser<{ row: object }>(query, world.api.database.name);
  /** Puts in a row like one that is there, but for that. */
  const copyOf = async (table: string, where: string, changes: object): Promise<string> => {
    const [found] = await stored(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} LIMIT 1`);
    const row = { ...found?.row, id: '00000000-0000-4000-8000-000000000001', ...changes };
    return `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, '${JSON.stringify(row)}')).*`;
  };
  const counts = async (from: string, ...accounts: readonly string[]) => {
    const seen: unknown[] = [];
    for (const account of accounts) {
      const rows = await sql.as(account, () => sql.ask(`SELECT count(*)::int AS count FROM ${from}`));
      seen.push(typeof rows === 'string' ? rows : rows.rows[0]?.['count']);
    }
    return seen;
  };
  const expectWrites = async (writes: readonly Write[]) => expect(await sql.writeAll(writes)).toEqual(writes);
  const unit = (account: string) => fromGlobalId('Unit', world.unit(account));

  it('a round that is set up shows itself to the steward who is asked, until somebody has accepted', async () => {
    const from = `evaluation_round WHERE id = '${setUp}'`;
    const accounts = ['zhoupu-steward', 'clinic', 'resident-1', 'riverside-committee'];
    expect(await counts(from, ...accounts)).toEqual([1, 0, 0, 0]);
    const accepts = `returning_post_id = o.returning_post_id, returning_person_id = o.returning_person_id,
      returning_person_name = o.returning_person_name, returning_unit_id = o.returning_unit_id`;
    // Another steward, say: the office is still of the street office.
    await stored(
      `UPDATE evaluation_round r SET ${accepts} FROM evaluation_round o WHERE o.id = '${scored}' AND r.id = '${setUp}'`,
    );
    expect(await counts(from, 'savings-bank', ...accounts)).toEqual([1, 0, 0, 0, 0]);
    const nobody = accepts.replaceAll(/o\.\w+/g, 'NULL');
    await stored(`UPDATE evaluation_round SET ${nobody} WHERE id = '${setUp}'`);
  });

  it.each(RULES)(
    '%s are read as the round is, and by whoever reads a round once they are frozen',
    async (table) => {
      const key = table === 'evaluation_rules' ? 'id' : 'round_id';
      const seen = [];
      for (const round of [setUp, open, scored]) {
        const [committee, ...others] = await counts(
          `${table} WHERE ${key} = '${round}'`,
          'southeast-officer',
          'clinic',
          'zhoupu-steward',
          'riverside-primary',
        );
        expect(committee).toBeGreaterThan(0);
        seen.push(others.map((rows) => rows === committee));
      }
      const [nobody, members, readers] = [
        [false, false, false],
        [true, false, false],
        [true, true, false],
      ];
      expect(seen).toEqual([nobody, members, readers]);
    },
  );

  it('facts are read as what is nominated is', async () => {
    const of = (id: string) => `nomination_fact WHERE nomination_id = '${id}'`;
    const accounts = ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'riverside-primary'];
    expect(await counts(of(submitted), ...accounts)).toEqual([1, 1, 0, 0, 0]);
    expect(await counts(of(taken), ...accounts)).toEqual([1, 1, 1, 0, 0]);
  });

  it('nobody else than its committee sets a round up, or changes it', async () => {
    const copy = (changes: object) => copyOf('evaluation_round', `id = '${setUp}'`, changes);
    const writes: Write[] = [
      [SECRETARY, await copy({}), 1],
      [SECRETARY, await copy({ state: 'NOMINATING', opened_at: '2026-11-20' }), 'policy'],
      [SECRETARY, await copy({ unit_id: unit('clinic') }), 'policy'],
      ['clinic', await copy({ unit_id: unit('clinic') }), 'policy'],
      ['riverside-committee', await copy({ unit_id: unit('riverside-committee') }), 'policy'],
      ['clinic', `UPDATE evaluation_round SET name = '换名'`, 0],
      ['zhoupu-steward', `UPDATE evaluation_round SET returning_person_name = '本人'`, 0],
      ['savings-bank', `UPDATE evaluation_round SET returned_by_ids = '{}'`, 0],
      [SECRETARY, `UPDATE evaluation_round SET subject_kind = 'UNIT'`, 'grant'],
      [SECRETARY, `UPDATE evaluation_round SET finalists_of_id = id`, 'grant'],
      [SECRETARY, `DELETE FROM evaluation_round`, 'grant'],
    ];
    await expectWrites(writes);
  });

  it.each(RULES)(
    '%s are written by the committee until they are frozen, and by nobody from then on',
    async (table) => {
      const key = table === 'evaluation_rules' ? 'id' : 'round_id';
      const copy = (round: string, changes: object) => copyOf(table, `${key} = '${round}'`, changes);
      const rows = async (round: string) =>
        (await counts(`${table} WHERE ${key} = '${round}'`, SECRETARY))[0];
      const [loose, frozen] = [Number(await rows(setUp)) + Number(await rows(open)), await rows(scored)];
      expect(frozen).toBeGreaterThan(0);
      const isDeleted = table !== 'evaluation_rules';
      const writes: Write[] = [
        [SECRETARY, `UPDATE ${table} SET is_open = false`, loose],
        [SECRETARY, `DELETE FROM ${table}`, isDeleted ? loose : 'grant'],
        ['clinic', `UPDATE ${table} SET is_open = true`, 0],
        ['savings-bank', `UPDATE ${table} SET is_open = true`, 0],
        ['clinic', `DELETE FROM ${table}`, isDeleted ? 0 : 'grant'],
        ['clinic', await copy(open, {}), 'policy'],
        [SECRETARY, await copy(open, { is_frozen: true }), 'policy'],
      ];
      await expectWrites(writes);
    },
  );

  it('nothing is nominated but by its unit, as a draft, and by the committee but finalists', async () => {
    const copy = (changes: object) => copyOf('nomination', `id = '${draft}'`, changes);
    const at = '2026-11-20';
    const sent = { state: 'SUBMITTED', submitted_at: at };
    const finalist = { ...sent, finalist_of_id: taken, subject_unit_id: unit('bus-639') };
    const behalf = { drafted_on_behalf: true };
    const writes: readonly [string, object, number | string][] = [
      ['clinic', {}, 1],
      ['clinic', sent, 'policy'],
      ['clinic', { ...sent, is_open: true }, 'policy'],
      ['clinic', { unit_id: unit('bus-639') }, 'policy'],
      ['clinic', finalist, 'policy'],
      ['owners-committee', { unit_id: unit('owners-committee') }, 'policy'],
      [SECRETARY, {}, 'policy'],
      [SECRETARY, sent, 'policy'],
      [SECRETARY, finalist, 1],
      [SECRETARY, { ...finalist, is_open: true }, 'policy'],
      [SECRETARY, { ...finalist, state: 'WITHDRAWN' }, 'policy'],
      ['southeast-officer for clinic', behalf, 1],
      ['southeast-officer for clinic', {}, 'policy'],
      ['southeast-officer for clinic', { ...behalf, ...sent }, 'policy'],
      ['southeast-officer for clinic', { ...behalf, unit_id: unit('bus-639') }, 'policy'],
    ];
    const copies = writes.map(async ([account, changes, outcome]): Promise<Write> => [
      account,
      await copy(changes),
      outcome,
    ]);
    await expectWrites(await Promise.all(copies));
  });

  it('what is nominated is written by its unit until it is open, and by the committee since it was submitted', async () => {
    const rename = `UPDATE nomination SET title = '换名'`;
    const writes: Write[] = [
      // The draft and what was submitted of it; what was submitted and what is open.
      ['clinic', rename, 2],
      [SECRETARY, rename, 2],
      ['southeast-officer for clinic', rename, 1],
      ['food-market', rename, 0],
      ['resident-1', rename, 0],
      ['zhoupu-steward', rename, 0],
      ['riverside-committee', rename, 0],
      ['clinic', `UPDATE nomination SET is_open = true WHERE id = '${submitted}'`, 'grant'],
      ['southeast-officer for clinic', `UPDATE nomination SET is_open = true`, 'grant'],
      [SECRETARY, `UPDATE nomination SET submitted_at = NULL WHERE id = '${submitted}'`, 'policy'],
      ['clinic', `UPDATE nomination SET unit_id = NULL`, 'grant'],
      ['clinic', `UPDATE nomination SET project_id = NULL`, 'grant'],
      ['clinic', `DELETE FROM nomination`, 'grant'],
    ];
    await expectWrites(writes);
  });

  it('facts are written by the rights of the committee, and no more once scoring has begun', async () => {
    const copy = (changes: object) =>
      copyOf('nomination_fact', `nomination_id = '${submitted}'`, { position: 9, ...changes });
    const writes: Write[] = [
      ['southeast-officer', await copy({}), 1],
      ['southeast-officer', await copy({ is_open: true }), 'policy'],
      ['clinic', await copy({}), 'policy'],
      ['southeast-officer', `DELETE FROM nomination_fact`, 1],
      ['clinic', `DELETE FROM nomination_fact`, 0],
      ['clinic', `UPDATE nomination_fact SET is_open = true`, 0],
      ['southeast-officer', `UPDATE nomination_fact SET sixtieths = 0`, 'grant'],
    ];
    await expectWrites(writes);
  });
});
