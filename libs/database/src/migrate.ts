import { DatabaseError } from './database-error.js';
import { installJobQueue } from './job-queue.js';
import { buildMigrationDataSource } from './migrations.js';
import { withOwnerSession } from './owner-session.js';

/**
 * Brings the schema and the job queue to this release; safe to run by two starters at once.
 * @param ownerUrl the schema owner's connection
 * @returns the names of the migrations that ran
 * @throws DatabaseError when a migration fails; those before it stay.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return withOwnerSession(ownerUrl, async (owner) => {
    const names = await runMigrations(ownerUrl);
    await installJobQueue(ownerUrl, owner);
    // So that a process can see for itself that it is not ahead of its database.
    await owner.query('GRANT SELECT ON public.migrations TO lianjian_app, lianjian_operator');
    await owner.query(MAY_ACT_AS_APPLICATION);
    return names;
  });
}

/** For imports that act in the name of units; who may not grant it learns so from the first such import. */
const MAY_ACT_AS_APPLICATION = `
  DO $$ BEGIN
    IF NOT pg_has_role(session_user, 'lianjian_app', 'USAGE') THEN
      GRANT lianjian_app TO session_user;
    END IF;
  EXCEPTION WHEN insufficient_privilege THEN NULL;
  END $$`;

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const dataSource = await buildMigrationDataSource(ownerUrl, 'debug');
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(`A migration failed and was rolled back: ${message}.`, { cause: error });
  } finally {
    await dataSource.destroy();
  }
}
