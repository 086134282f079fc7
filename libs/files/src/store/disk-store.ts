import { ConfigError } from '#config';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, findKey, pathOf, type FileKey } from './file-store.js';

const PART = '.part';

/** Files in a folder of this machine, readable by this user alone; for one machine or a shared disk. */
export class DiskStore extends FileStore {
  constructor(private readonly dir: string) {
    super();
  }

  /** Makes something there and takes it away again, as rights alone do not tell of a disk that may only be read. */
  async prepare(): Promise<void> {
    try {
      await mkdir(this.dir, { recursive: true, mode: 0o700 });
      await rmdir(await mkdtemp(join(this.dir, '.probe-')));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ConfigError([
        `Files cannot be kept in ${this.dir} (${code}): let this user write there, or set DATA_DIR or S3_BUCKET_URL.`,
      ]);
    }
  }

  async put(key: FileKey, bytes: Buffer): Promise<void> {
    const path = this.locate(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeSynced(`${path}${PART}`, bytes);
    await rename(`${path}${PART}`, path);
    await syncFolder(dirname(path));
  }

  async open(key: FileKey): Promise<Readable> {
    const handle = await open(this.locate(key));
    return handle.createReadStream();
  }

  async remove(key: FileKey): Promise<void> {
    await rm(this.locate(key), { force: true });
  }

  async *list(writtenBefore: Date): AsyncIterable<FileKey> {
    for (const region of await listNames(this.dir))
      for (const unit of await listNames(join(this.dir, region)))
        yield* this.listFolder(`${region}/${unit}`, writtenBefore);
  }

  private async *listFolder(folder: string, writtenBefore: Date): AsyncIterable<FileKey> {
    for (const name of await listNames(join(this.dir, folder))) {
      const path = join(this.dir, folder, name);
      const key = findKey(`${folder}/${name.replace(PART, '')}`);
      const isOld = key !== null && (await wasWrittenBefore(path, writtenBefore));
      if (!isOld) continue;
      // Its writer was killed: nobody will finish it.
      if (name.endsWith(PART)) await rm(path, { force: true });
      else yield key;
    }
  }

  private locate(key: FileKey): string {
    return join(this.dir, pathOf(key));
  }
}

/** The row that will name these bytes survives a loss of power, so they have to as well. */
async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listNames(dir: string): Promise<string[]> {
  return readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

async function wasWrittenBefore(path: string, instant: Date): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts !== null && facts.isFile() && facts.mtime < instant;
}
