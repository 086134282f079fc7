import { seedCalendar } from '#calendar';
import { migrate } from '#database';
import { Client } from 'pg';

/** Brings a database to this release: its tables, and the holidays and make-up workdays that are published. */
export async function migrateToRelease(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const owner = new Client({ connectionString: ownerUrl, application_name: 'lianjian calendar' });
  await owner.connect();
  try {
    await seedCalendar(async (sql, parameters) => (await owner.query(sql, parameters)).rows);
  } finally {
    await owner.end();
  }
}
