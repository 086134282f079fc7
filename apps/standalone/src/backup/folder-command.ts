import { type Config, ConfigError, loadConfig } from '#config';
import { describeStartError } from '#process';
import type { Backup } from './folder-backup.js';

/** What `npm run backup` and `npm run restore` have in common: one folder, and the embedded database. */
export async function runFolderCommand(
  name: 'backup' | 'restore',
  act: (config: Config, folder: string) => Promise<Backup>,
  done: (backup: Backup, folder: string) => string,
): Promise<void> {
  let config: Config | null = null;
  try {
    const [folder, ...others] = process.argv.slice(2);
    if (folder === undefined || others.length > 0)
      throw new ConfigError([`Name one folder: npm run ${name} -- <folder>`]);
    config = loadConfig(process.env);
    if (config.databaseUrl !== null)
      throw new ConfigError([
        'DATABASE_URL names a server of your own: docs/operations.md says how pg_dump and pg_restore do it.',
      ]);
    process.stdout.write(`${done(await act(config, folder), folder)}\n`);
  } catch (error) {
    process.stderr.write(`${describeStartError(error, config)}\n`);
    process.exitCode = 1;
  }
}

/** `1,234 files, 56.7 MB`. */
export function sizeOf({ files, bytes }: Backup): string {
  return `${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`;
}
