import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Until so many statements wait for a lock, as PostgreSQL itself tells. */
export async function untilWaiting(client: Client, count = 1): Promise<void> {
  for (;;) {
    // In a transaction it would give what it gave before.
    await client.query('SELECT pg_stat_clear_snapshot()');
    if (((await client.query(WAITING)).rowCount ?? 0) >= count) return;
    await pause(5);
  }
}
