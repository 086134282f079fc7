import { decodeJwt } from 'jose';
import { Pool } from 'pg';
import { POOL_SIZE } from '../servers/settings.ts';
import type { SentStatement } from './statement-tap.ts';

/** One statement, prepared on connections of its own, with what it needs to run as who asks: no server before it. */
export class BareStatement {
  private readonly pool: Pool;

  private constructor(pool: Pool) {
    this.pool = pool;
  }

  /** As many connections as the product has, or fewer. */
  static open(connectionString: string, clients: number): BareStatement {
    const pipelined = { connectionString, max: Math.min(clients, POOL_SIZE), pipeline: true };
    return new BareStatement(new Pool(pipelined));
  }

  /** Its answer, in one round trip with what enters the post. */
  async ask(token: string, name: string, { text, values }: SentStatement): Promise<string> {
    const { region, post, sid } = decodeJwt(token);
    const client = await this.pool.connect();
    try {
      const [, entered, read] = await Promise.all([
        client.query('BEGIN READ ONLY'),
        client.query({
          name: 'enter',
          text: 'SELECT person_id FROM app.enter($1, $2, $3, $4)',
          values: [region, post, sid, new Date()],
        }),
        client.query<{ answer: string }>({ name, text, values: [...values] }),
        client.query('COMMIT'),
      ]);
      if (entered.rowCount !== 1) throw new Error('The post is not held any more.');
      return read.rows[0]?.answer ?? '';
    } finally {
      client.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
