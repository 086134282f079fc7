import { Client, DatabaseError } from 'pg';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';
import {
  type Breaks,
  type Changes,
  JUDGING_BREAKS,
  NOMINATION_BREAKS,
  REPEATED,
  ROUND_BREAKS,
} from './constraints/breaks.js';

const BREAKS: Readonly<Record<string, Breaks>> = { ...ROUND_BREAKS, ...NOMINATION_BREAKS, ...JUDGING_BREAKS };
const CASES = Object.entries(BREAKS).flatMap(([table, breaks]) =>
  Object.entries(breaks).flatMap(([name, all]) =>
    all.map((changes) => [table, `${table}_${name}`, changes] as const),
  ),
);

/** Keys that hold an id are there for others to refer to: the primary key says as much. */
const CONSTRAINTS = `SELECT conname AS name FROM pg_constraint c WHERE conrelid = ANY ($1::regclass[]) AND contype IN ('c', 'f')
  UNION SELECT relname FROM pg_index i JOIN pg_class k ON k.oid = i.indexrelid
    WHERE indrelid = ANY ($1::regclass[]) AND indisunique AND NOT EXISTS (SELECT FROM pg_attribute a
      WHERE a.attrelid = indrelid AND a.attnum = ANY (indkey) AND a.attname = 'id')`;

describe('the tables of rounds, nominations and judging', () => {
  let world: World;
  let client: Client;

  beforeAll(async () => {
    world = await startWorld();
    const acts = new JudgingActs(world);
    const subject = ['clinic', { subjectUnitId: world.unit('clinic') }] as const;
    const { nominations, roll } = await acts.settled([subject], { subjectKind: 'UNIT' });
    const nominationId = nominations[0]?.id ?? '';
    const judge = nodesOf(roll.judges).find(({ unit }) => unit?.code === 'party-school');
    const sits = nodesOf(roll.assignments).some(({ unit }) => unit?.code === 'party-school');
    if (!sits) await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
    await acts.submitted('party-school', nominationId, ['7', '8']);
    await acts.act('food-market', 'declareConflict', { nominationId });
    client = new Client({ connectionString: world.api.database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** A row like one that is there, but for that, or two of them; which constraint stands against it, if any. */
  const breaks = async (table: string, changes: Changes, rows: number): Promise<string | null> => {
    const pairs = Object.entries(changes).map(([column, value]) => {
      const isSql = typeof value === 'string' && value.startsWith('=');
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const said = isSql ? text.slice(1) : value === null ? 'NULL' : `'${text}'`;
      return `, '${column}', ${said}${typeof value === 'object' && value !== null ? '::jsonb' : ''}`;
    });
    // A sheet hangs on an assignment of its own, and which of them is settled is copied first.
    const one = table === 'judge_assignment' ? `WHERE state = 'SETTLED'` : '';
    try {
      await client.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(t,
        jsonb_build_object('id', gen_random_uuid()${pairs.join('')}))).*
        FROM ${table} t, generate_series(1, ${rows}) WHERE id = (SELECT id FROM ${table} ${one} ORDER BY id LIMIT 1)`);
      return null;
    } catch (error) {
      if (error instanceof DatabaseError && error.constraint) return error.constraint;
      throw error;
    }
  };

  it.each(CASES)('%s: %s stands against %j', async (table, constraint, changes) => {
    await client.query('BEGIN');
    try {
      expect(await breaks(table, changes, constraint.endsWith('_key') ? 2 : 1)).toBe(constraint);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('have no constraint that nothing above breaks', async () => {
    const { rows } = await client.query<{ name: string }>(CONSTRAINTS, [Object.keys(BREAKS)]);
    const broken = new Set([...CASES.map(([, name]) => name), ...REPEATED]);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...broken].toSorted());
  });
});
