import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a folder holds, so that two can be told apart. */
export interface FolderDigest {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the name, the mode and the SHA-256 of everything in it. */
  readonly digest: string;
}

export async function digestOf(root: string): Promise<FolderDigest> {
  const whole = createHash('sha256');
  let files = 0;
  let bytes = 0;
  const visit = async (folder: string): Promise<void> => {
    for (const name of (await readdir(folder)).toSorted()) {
      const path = join(folder, name);
      const stats = await lstat(path);
      const place = `${relative(root, path)} ${stats.mode.toString(8)}`;
      if (stats.isDirectory()) {
        whole.update(`${place}\n`);
        await visit(path);
      } else if (stats.isSymbolicLink()) {
        whole.update(`${place} ${await readlink(path)}\n`);
      } else if (stats.isFile()) {
        whole.update(`${place} ${await hashOf(path)}\n`);
        files++;
        bytes += stats.size;
      }
    }
  };
  await visit(root);
  return { files, bytes, digest: whole.digest('hex') };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
