import { findGlobalId } from '#graphql';
import { Client } from 'pg';
import { queryAsSuperuser } from '../support/cluster.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import { ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const [SECRETARY, OFFICER, STEWARD] = ['southeast-committee', 'southeast-officer', 'zhoupu-steward'];
const [UNIT, OBJECTOR, RETURNING, RESIDENT, ELSEWHERE] = [
  'clinic',
  'police-post',
  'savings-bank',
  'resident-1',
  'riverside-committee',
];
const EVERYBODY = [SECRETARY, OFFICER, STEWARD, UNIT, OBJECTOR, RETURNING, RESIDENT, ELSEWHERE];
const COMMITTEE = [SECRETARY, OFFICER];
const NETWORK = EVERYBODY.filter((account) => account !== ELSEWHERE);

/** How many rows each reads; of a final result and of the draft that follows it, of three nominations each. */
const READS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'evaluation_result WHERE published_at IS NOT NULL': all(NETWORK, 1),
  'evaluation_result WHERE published_at IS NULL': all(COMMITTEE, 1),
  'evaluation_standing WHERE is_published': all(NETWORK, 3),
  'evaluation_standing WHERE NOT is_published': all(COMMITTEE, 3),
  evaluation_account: { ...all(COMMITTEE, 6), [UNIT]: 1 },
  'evaluation_objection WHERE NOT is_for_street_office': all([...COMMITTEE, OBJECTOR], 1),
  'evaluation_objection WHERE is_for_street_office': all([...COMMITTEE, STEWARD], 1),
  recognition: all(NETWORK, 4),
};

/** The row itself, once more: whoever may write it is stopped by its key, everybody else by the wall. */
const AGAIN = (table: string): string =>
  `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`;
const TABLES = [
  'evaluation_result',
  'evaluation_standing',
  'evaluation_account',
  'counted_sheets',
  'evaluation_objection',
  'recognition',
];
/** All of it is points here: what is lent its own unit enters. */
const POINTS = ['contribution', 'contribution_total'];
/** What the committee may write of a row that stands; nobody else writes any of it. */
const CHANGES: Readonly<Record<string, string>> = {
  evaluation_result: `version = version`,
  evaluation_standing: `is_published = is_published`,
  evaluation_objection: `version = version`,
  recognition: `version = version`,
  contribution_total: `sixtieths = sixtieths`,
};
/** What nobody may write, whoever it is: what was counted, said and given stays as it is. */
const NEVER = [
  `UPDATE evaluation_result SET reasons = reasons`,
  `UPDATE evaluation_result SET changes = changes`,
  `UPDATE evaluation_result SET sureness = sureness`,
  `UPDATE evaluation_result SET withheld_award_ids = withheld_award_ids`,
  `UPDATE evaluation_standing SET rank = rank`,
  `UPDATE evaluation_standing SET award_id = award_id`,
  `UPDATE evaluation_standing SET points = points`,
  `UPDATE evaluation_account SET panels = panels`,
  `UPDATE evaluation_account SET reader_unit_ids = reader_unit_ids`,
  `UPDATE evaluation_account SET returned_by_ids = returned_by_ids`,
  `UPDATE counted_sheets SET sheets = '[]'`,
  `SELECT FROM counted_sheets`,
  `UPDATE evaluation_objection SET text = text`,
  `UPDATE evaluation_objection SET nomination_id = nomination_id`,
  `UPDATE recognition SET points = points`,
  `UPDATE recognition SET unit_id = unit_id`,
  ...[...TABLES, 'contribution'].map((table) => `DELETE FROM ${table}`),
];

function all(accounts: readonly string[], count: number): Record<string, number> {
  return Object.fromEntries(accounts.map((account) => [account, count]));
}

/** The application's own connection, in the name of each: whatever a service forgot, the row policies keep. */
describe('the walls around results, objections and recognitions', () => {
  let world: World;
  let acts: ResultActs;
  let client: Client;
  let roundId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
    const { round } = await acts.published();
    await acts.tryAct(SECRETARY, 'ruleOnObjection', await acts.file(OBJECTOR, round));
    // Of the committee itself, so that the street office rules.
    const own = await acts.file(SECRETARY, round);
    await acts.tryAct(STEWARD, 'ruleOnObjection', own);
    await acts.passNotice(round);
    await acts.onRound('withholdAward', await acts.onRound('finaliseResult', round));
    await new RecognitionActs(world).record({ kind: 'LETTER', title: '感谢信' });
    roundId = findGlobalId(['EvaluationRound'], round.id)?.id ?? '';
    client = new Client({ connectionString: world.api.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** How many rows it reads or writes, or why it was refused; everything of it is taken back. */
  const run = async (account: string, sql: string, values: unknown[] = []): Promise<number | string> => {
    const { claims } = world.actingAs(account);
    await client.query('BEGIN');
    try {
      const entered = [claims?.regionId, claims?.postId, null, world.clock.now()];
      await client.query('SELECT * FROM app.enter($1, $2, $3, $4)', entered);
      return (await client.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await client.query('ROLLBACK');
    }
  };

  it.each(Object.entries(READS))('show who may read it: %s', async (from, expected) => {
    for (const account of EVERYBODY)
      expect([account, await run(account, `SELECT FROM ${from}`)]).toEqual([account, expected[account] ?? 0]);
  });

  it.each([...TABLES, ...POINTS])('let the committee alone write into %s', async (table) => {
    const [row] = await queryAsSuperuser<{ row: object }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`,
      world.api.database.name,
    );
    for (const account of EVERYBODY) {
      const outcome = await run(account, AGAIN(table), [row?.row]);
      const wall = `new row violates row-level security policy for table "${table}"`;
      const key = `duplicate key value violates unique constraint "${table}_pkey"`;
      expect([account, outcome]).toEqual([account, COMMITTEE.includes(account) ? key : wall]);
    }
  });

  it.each(Object.entries(CHANGES))('let the committee alone change %s', async (table, change) => {
    for (const account of EVERYBODY) {
      const changed = await run(account, `UPDATE ${table} SET ${change}`);
      expect([account, changed !== 0]).toEqual([account, COMMITTEE.includes(account)]);
      expect(typeof changed).toBe('number');
    }
  });

  it.each(NEVER)('let nobody, not even the committee: %s', async (sql) => {
    for (const account of EVERYBODY)
      expect([account, await run(account, sql)]).toEqual([
        account,
        expect.stringMatching(/^permission denied for table/),
      ]);
  });

  it('let the committee alone say who reads how scores came about', async () => {
    const keep = `SELECT app.keep_accounts($1, '{}')`;
    for (const account of EVERYBODY)
      expect([account, await run(account, keep, [roundId])]).toEqual([
        account,
        COMMITTEE.includes(account) ? 1 : 'The committee says who reads the accounts of its rounds.',
      ]);
  });
});
