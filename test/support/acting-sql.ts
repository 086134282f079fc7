import { fromGlobalId } from '#graphql';
import { Client, DatabaseError } from 'pg';
import type { World } from './world.js';

/** Who writes what; and how many rows that are, or else `policy`, `grant` or the constraint that stands against it. */
export type Write = readonly [account: string, sql: string, outcome: number | string];

/** The application's own connection in the name of an account: past all services, grants and row policies are left. */
export class ActingSql {
  private constructor(
    private readonly world: World,
    private readonly client: Client,
  ) {}

  static async open(world: World): Promise<ActingSql> {
    const client = new Client({ connectionString: world.api.database.appUrl });
    await client.connect();
    return new ActingSql(world, client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /**
   * `cross-posted@developer` acts through the post in that unit, `southeast-officer for clinic` on behalf of the clinic.
   * Everything of it is taken back.
   */
  async as<T>(account: string, work: () => Promise<T>): Promise<T> {
    const [holder = '', other] = account.split(' for ');
    const [name = '', unit] = holder.split('@');
    const acting = unit === undefined ? this.world.actingAs(name) : this.world.as(name, { unit });
    const { regionId, postId } = acting.claims ?? {};
    const sessionId = sessionOf(await acting.token());
    await this.client.query('BEGIN');
    try {
      const entered = [regionId, postId, sessionId, this.world.clock.now()];
      if (other === undefined) await this.client.query('SELECT * FROM app.enter($1, $2, $3, $4)', entered);
      else {
        const unitId = fromGlobalId('Unit', this.world.unit(other));
        await this.client.query('SELECT * FROM app.enter_on_behalf($1, $2, $3, $4, $5)', [
          ...entered,
          unitId,
        ]);
      }
      return await work();
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  /** The rows, or the message of what stands against it. */
  ask(sql: string) {
    return this.client.query<Record<string, unknown>>(sql).then(
      ({ rows, rowCount }) => ({ rows, rowCount }),
      (error: Error) => error.message,
    );
  }

  /** What becomes of them, in the shape in which they were expected. */
  async writeAll(writes: readonly Write[]): Promise<Write[]> {
    const all: Write[] = [];
    for (const [account, sql] of writes) all.push([account, sql, await this.write(account, sql)]);
    return all;
  }

  private async write(account: string, sql: string): Promise<number | string> {
    return this.as(account, () =>
      this.client.query(sql).then(({ rowCount }) => rowCount ?? 0, whatStandsAgainst),
    );
  }
}

function whatStandsAgainst(error: unknown): string {
  if (!(error instanceof DatabaseError)) throw error;
  if (error.message.includes('row-level security')) return 'policy';
  if (error.message.includes('permission denied')) return 'grant';
  if (error.constraint) return error.constraint;
  throw error;
}

function sessionOf(token: string | null | undefined): string | null {
  const [, body = ''] = (token ?? '').split('.');
  const { sid, sessionId } = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, string>;
  return sid ?? sessionId ?? null;
}
