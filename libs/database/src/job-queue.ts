import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';

// The queue stays readable to the application as a whole: its rows name no region, and payloads carry ids only.
// No DELETE on tasks: a name that has been used may be used again.
const GRANTS: Readonly<Record<string, string>> = {
  _private_jobs: 'SELECT, INSERT, UPDATE, DELETE',
  _private_job_queues: 'SELECT, INSERT, UPDATE, DELETE',
  _private_tasks: 'SELECT, INSERT',
  _private_known_crontabs: 'SELECT, INSERT, UPDATE',
};

/** Installs graphile-worker's schema as the owner, and lets lianjian_app add and run jobs; may be repeated. */
export async function installJobQueue(ownerUrl: string, owner: Client): Promise<void> {
  const silent = new Logger(() => () => {});
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 2, logger: silent });
  await owner.query('GRANT USAGE ON SCHEMA graphile_worker TO lianjian_app');
  await owner.query('GRANT SELECT ON graphile_worker.migrations TO lianjian_app');
  for (const [table, rights] of Object.entries(GRANTS)) await openTable(owner, table, rights);
}

/** The tables come with row-level security on and no policy, which hides all rows from all but the owner. */
async function openTable(owner: Client, table: string, rights: string): Promise<void> {
  await owner.query(`GRANT ${rights} ON graphile_worker.${table} TO lianjian_app`);
  const { rowCount } = await owner.query(
    'SELECT 1 FROM pg_policy WHERE polrelid = $1::regclass AND polname = $2',
    [`graphile_worker.${table}`, 'lianjian_app_all'],
  );
  if (rowCount === 0)
    await owner.query(
      `CREATE POLICY lianjian_app_all ON graphile_worker.${table} TO lianjian_app USING (true) WITH CHECK (true)`,
    );
}
