import { CHANGES_CHANNEL } from '#tenancy';
import { Client } from 'pg';

/** The first wait after a lost connection, and the longest (ms). */
const PATIENCE = { first: 100, longest: 5_000 };

export interface Listening {
  readonly url: string;
  /** Something changed in the region; null when it cannot be told where, as after a lost connection. */
  readonly hear: (regionId: string | null) => void;
  /** A connection was lost, or could not be made; it is tried again. */
  readonly lost: (error: Error) => void;
}

/** One connection on which the database calls out that something changed. It comes back by itself. */
export class ChangeListener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private wait = PATIENCE.first;
  private isClosed = false;

  constructor(private readonly listening: Listening) {}

  /** Resolves when it listens; fails when the database does not answer. */
  async open(): Promise<void> {
    const client = new Client({
      connectionString: this.listening.url,
      application_name: 'lianjian changes',
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.listening.hear(payload || null));
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('The connection was closed.')));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGES_CHANNEL}`);
    } catch (error) {
      this.client = null;
      await client.end().catch(() => {});
      throw error;
    }
    this.wait = PATIENCE.first;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private lose(client: Client, error: Error): void {
    // Of one lost connection several events tell.
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => {});
    this.listening.lost(error);
    this.comeBackLater();
  }

  private comeBackLater(): void {
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.comeBack(), this.wait);
    this.wait = Math.min(this.wait * 2, PATIENCE.longest);
  }

  private async comeBack(): Promise<void> {
    try {
      await this.open();
      if (this.isClosed) return await this.close();
      // What was called out meanwhile was heard by nobody here.
      this.listening.hear(null);
    } catch (error) {
      this.listening.lost(error instanceof Error ? error : new Error(String(error)));
      this.comeBackLater();
    }
  }
}
