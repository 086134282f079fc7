import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAppLogin } from './app-login.js';
import { loginOf, withLogin } from './connection-url.js';
import { codeOf, DatabaseError } from './database-error.js';
import { asUnusable } from './embedded/unusable-folder.js';

const DEFAULT_LOGIN = 'lianjian_api';
const PASSWORD_FILE = 'app-database-password';

/** What decides how the application will connect. */
export interface AppLoginWish {
  readonly ownerUrl: string;
  /** The connection that was configured; null lets the owner choose. */
  readonly appDatabaseUrl: string | null;
  /** Where a generated password is kept; null when the server asks for none. */
  readonly passwordDir: string | null;
}

/**
 * Makes the application's login and returns the URL it connects with; run it after migrate.
 * A generated password is kept in a file of mode 0600, for the next start.
 */
export async function provideAppUrl({
  ownerUrl,
  appDatabaseUrl,
  passwordDir,
}: AppLoginWish): Promise<string> {
  if (appDatabaseUrl !== null) {
    const { name, password } = loginOf(appDatabaseUrl);
    if (name === null) throw new DatabaseError('APP_DATABASE_URL names no user.');
    await ensureAppLogin(ownerUrl, name, password);
    return appDatabaseUrl;
  }
  const password = passwordDir === null ? undefined : keepPassword(passwordDir);
  await ensureAppLogin(ownerUrl, DEFAULT_LOGIN, password);
  return withLogin(ownerUrl, DEFAULT_LOGIN, password);
}

function keepPassword(dir: string): string {
  const file = join(dir, PASSWORD_FILE);
  try {
    mkdirSync(dir, { recursive: true });
    // "wx" fails when there is one: two first starts then share the first's.
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw asUnusable(dir, error);
  }
  return readFileSync(file, 'utf8');
}
