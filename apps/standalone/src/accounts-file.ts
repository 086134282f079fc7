import type { NewAccount } from '#network';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const HEAD = `# Accounts with their first passwords: region, account, password, role, unit, name.
# Hand them over, then delete this file; nothing else needs it.
`;

/** Where new passwords are left for whoever hands them over. */
export function accountsFileIn(dataDir: string): string {
  return join(dataDir, 'accounts.txt');
}

/** The file, if there is one. */
export function findAccountsFile(dataDir: string): string | null {
  const file = accountsFileIn(dataDir);
  return existsSync(file) ? file : null;
}

/** Adds accounts, readable by this user alone; one that stands there already is replaced. Kill-safe. */
export async function keepAccounts(dataDir: string, accounts: readonly NewAccount[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = accountsFileIn(dataDir);
  const before = existsSync(file) ? await readFile(file, 'utf8') : HEAD;
  const known = new Set(accounts.map(({ region, account }) => `${region} ${account}`));
  const kept = before.split('\n').filter((line) => line !== '' && !known.has(keyOf(line)));
  const lines = [...kept, ...accounts.flatMap(linesOf)];
  const written = `${file}.new`;
  const handle = await open(written, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(`${lines.join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(written, file);
}

function linesOf({ region, account, password, posts }: NewAccount): string[] {
  return posts.map(({ role, unit, name }) =>
    [region, account.padEnd(24), password, role.padEnd(14), unit.padEnd(24), name].join('  '),
  );
}

function keyOf(line: string): string {
  return line.split(/ +/, 2).join(' ');
}
