import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// Not os.tmpdir(), which may be as private as the folder we copy from.
const PUBLIC_PLACE = '/var/tmp';

/**
 * Copies the programs out of a folder the server's account cannot enter (a home of mode 0700), once
 * for each version. A folder that somebody else put there under the same name is not trusted.
 */
export function copyBinaries(packageDir: string, version: string): string {
  const target = join(PUBLIC_PLACE, `lianjian-postgres-${version}-${process.getuid?.()}`);
  if (isOurs(target)) return target;
  const draft = mkdtempSync(`${target}.`);
  cpSync(join(packageDir, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, target);
    return target;
  } catch {
    if (!isOurs(target)) return draft;
    rmSync(draft, { recursive: true });
    return target;
  }
}

function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** Copies keep the mode, which an npm under umask 077 made private. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
