import type { Claims } from '#tenancy';
import { Client, escapeLiteral } from 'pg';
import type { Statement } from '../isolation/query-log/query-log.js';
import { readPlan, type PlanNode, type Reading } from './plan.js';

const EXPLAIN = 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)';

type Row = Record<'QUERY PLAN', { Plan: PlanNode }[]>;

/**
 * Asks how the database would answer, as the application's own role within the same tenant. What it prepares it keeps,
 * as a connection of the pool does: a generic plan serves whoever comes after the one for whom it was made.
 */
export class Examiner {
  private readonly prepared = new Map<string, string>();
  private entered: Claims | null = null;

  private constructor(
    private readonly client: Client,
    private readonly now: Date,
  ) {}

  static async connect(appUrl: string, now: Date): Promise<Examiner> {
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('SET random_page_cost = 1.1; SET cpu_operator_cost = 0.01');
    return new Examiner(client, now);
  }

  /** Planned for these very values. */
  async examine(claims: Claims, { text, values }: Statement): Promise<Reading> {
    await this.enter(claims);
    return read((await this.client.query<Row>(`${EXPLAIN} ${text}`, [...values])).rows);
  }

  /** Planned once, for whatever values. */
  async examinePrepared(claims: Claims, { text, values }: Statement): Promise<Reading> {
    await this.enter(claims);
    const name = await this.prepare(text);
    const given = values.length > 0 ? `(${values.map(literalOf).join(', ')})` : '';
    return read((await this.client.query<Row>(`${EXPLAIN} EXECUTE ${name}${given}`)).rows);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async prepare(text: string): Promise<string> {
    const known = this.prepared.get(text);
    if (known !== undefined) return known;
    const name = `examined_${this.prepared.size}`;
    await this.client.query(`PREPARE ${name} AS ${text}`);
    this.prepared.set(text, name);
    return name;
  }

  private async enter(claims: Claims): Promise<void> {
    if (this.entered === claims) return;
    const { regionId, postId, sessionId } = claims;
    await this.client.query('ROLLBACK');
    await this.client.query('BEGIN READ ONLY');
    await this.client.query('SELECT app.enter($1, $2, $3, $4)', [regionId, postId, sessionId, this.now]);
    this.entered = claims;
  }
}

function read([row]: readonly Row[]): Reading {
  const [plan] = row?.['QUERY PLAN'] ?? [];
  if (!plan) throw new Error('The database explains nothing.');
  return readPlan(plan.Plan);
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}
