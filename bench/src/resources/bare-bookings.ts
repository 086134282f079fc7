import { Pool } from 'pg';

const TABLE = `CREATE TABLE IF NOT EXISTS bench_slot (
  offer integer NOT NULL, during tstzrange NOT NULL, EXCLUDE USING gist (offer WITH =, during WITH &&))`;
const OFFERS = 20;

/**
 * The least SQL by which nothing is booked twice: the offer's advisory lock, one row under an exclusion constraint, and
 * all four statements in one round trip. No policies, no rules, no account, nobody who is told.
 */
export class BareBookings {
  private readonly pool: Pool;
  private turn = 0;

  private constructor(pool: Pool) {
    this.pool = pool;
  }

  /** @param superuserUrl of a database in which a table may be made */
  static async open(superuserUrl: string, connections: number): Promise<BareBookings> {
    const pipelined = { connectionString: superuserUrl, max: connections, pipeline: true };
    const pool = new Pool(pipelined);
    await pool.query(TABLE);
    return new BareBookings(pool);
  }

  /** Another free hour. */
  readonly book = async (): Promise<void> => {
    const turn = this.turn++;
    const offer = turn % OFFERS;
    const startsAt = new Date(Date.UTC(2030, 0, 1, Math.floor(turn / OFFERS)));
    const client = await this.pool.connect();
    try {
      await Promise.all([
        client.query('BEGIN'),
        client.query({ name: 'lock', text: 'SELECT pg_advisory_xact_lock($1)', values: [offer] }),
        client.query({
          name: 'book',
          text: `INSERT INTO bench_slot VALUES ($1, tstzrange($2::timestamptz, $2::timestamptz + interval '1 hour'))`,
          values: [offer, startsAt],
        }),
        client.query('COMMIT'),
      ]);
    } finally {
      client.release();
    }
  };

  close(): Promise<void> {
    return this.pool.end();
  }
}
