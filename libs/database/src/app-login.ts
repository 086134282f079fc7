import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { codeOf, DatabaseError } from './database-error.js';
import { withOwnerSession } from './owner-session.js';

/**
 * Makes the login that API and worker use, or gives an existing one its membership and password.
 * It owns nothing and may do what lianjian_app may do; run it after migrate.
 * @throws DatabaseError when the owner may not make roles, or is asked to be the login itself.
 */
export async function ensureAppLogin(ownerUrl: string, name: string, password?: string): Promise<void> {
  await withOwnerSession(ownerUrl, async (owner) => {
    const found = await findRole(owner, name);
    if (found?.isOwner)
      throw new DatabaseError(`The application must not connect as the schema's owner "${name}".`);
    try {
      if (!found) await createLogin(owner, name);
      if (!found?.isMember) await owner.query(`GRANT lianjian_app TO ${escapeIdentifier(name)}`);
    } catch (error) {
      throw asMissingRight(error, name);
    }
    if (password !== undefined) await setPassword(owner, name, password);
  });
}

interface FoundRole {
  readonly isOwner: boolean;
  readonly isMember: boolean;
}

async function findRole(owner: Client, name: string): Promise<FoundRole | undefined> {
  const { rows } = await owner.query<FoundRole>(
    `SELECT rolname = session_user AS "isOwner", pg_has_role(oid, 'lianjian_app', 'USAGE') AS "isMember"
     FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  return rows[0];
}

async function createLogin(owner: Client, name: string): Promise<void> {
  // NOSUPERUSER and NOBYPASSRLS are the defaults; naming them needs rights an ordinary owner has not.
  await owner.query(`CREATE ROLE ${escapeIdentifier(name)} LOGIN INHERIT NOCREATEDB NOCREATEROLE`);
}

async function setPassword(owner: Client, name: string, password: string): Promise<void> {
  try {
    await owner.query(`ALTER ROLE ${escapeIdentifier(name)} PASSWORD ${escapeLiteral(password)}`);
  } catch (error) {
    // Somebody else keeps this login: whether the password is right shows when it is used.
    if (!lacksRight(error)) throw error;
  }
}

function asMissingRight(error: unknown, name: string): unknown {
  if (!lacksRight(error)) return error;
  return new DatabaseError(
    `The owner may not make the application's login: give it CREATEROLE, or run ` +
      `CREATE ROLE ${escapeIdentifier(name)} LOGIN PASSWORD '…' IN ROLE lianjian_app yourself.`,
    { cause: error },
  );
}

function lacksRight(error: unknown): boolean {
  return codeOf(error) === '42501';
}
