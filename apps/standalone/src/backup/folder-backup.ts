import { ConfigError } from '#config';
import { findEmbeddedPostgres } from '#database';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { digestOf, type FolderDigest } from './folder-digest.js';

const run = promisify(execFile);
const DATA = 'data';
const MANIFEST = 'backup.json';

/** What stands beside the copy. */
export interface Backup extends FolderDigest {
  readonly takenAt: string;
}

/**
 * Copies the folder of a stopped platform: its database, its files, its passwords.
 * @throws ConfigError one sentence on what stands in the way; nothing is left then
 */
export async function backUp(dataDir: string, target: string, now: Date): Promise<Backup> {
  const [from, to] = [resolve(dataDir), resolve(target)];
  if (!existsSync(join(from, 'postgres'))) refuse(`There is no embedded database in ${from}.`);
  if (existsSync(to)) refuse(`${to} is there already: name a folder that is not.`);
  if (!relative(from, to).startsWith('..'))
    refuse(`${to} lies in what is to be copied: name a folder elsewhere.`);
  await expectStopped(from);
  const backup = { takenAt: now.toISOString(), ...(await digestOf(from)) };
  await inDraft(to, async (draft) => {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await copyAll(from, join(draft, DATA));
    await expectStopped(from);
    const { digest } = await digestOf(join(draft, DATA));
    if (digest !== backup.digest)
      refuse(`${from} changed while it was copied: stop what writes there first.`);
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
  });
  return backup;
}

/**
 * Puts a copy where there is none, if it is still as it was written.
 * @throws ConfigError one sentence on what stands in the way; nothing is left then
 */
export async function restore(source: string, dataDir: string): Promise<Backup> {
  const [from, to] = [resolve(source), resolve(dataDir)];
  const text = await readFile(join(from, MANIFEST), 'utf8').catch(() => null);
  if (text === null) refuse(`There is no finished backup in ${from}.`);
  const backup = JSON.parse(text) as Backup;
  if (!(await isFree(to)))
    refuse(`${to} is not empty: move it away first, or set DATA_DIR to another folder.`);
  await inDraft(to, async (draft) => {
    await mkdir(dirname(draft), { recursive: true });
    await copyAll(join(from, DATA), draft);
    // Of the copy that is used from now on, so that a disk that reads wrongly is found too.
    if ((await digestOf(draft)).digest !== backup.digest)
      refuse(`The backup in ${from} is not what was written on ${backup.takenAt}: something has changed it.`);
    if (existsSync(to)) await rmdir(to);
  });
  return backup;
}

/** A folder that stands under its name is whole. */
async function inDraft(target: string, work: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${target}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  try {
    await work(draft);
    await run('sync');
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** With owners and modes, by which the server knows its folder. */
async function copyAll(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]);
}

async function expectStopped(dataDir: string): Promise<void> {
  if ((await findEmbeddedPostgres(join(dataDir, 'postgres'))) === null) return;
  refuse(`Lianjian runs on ${dataDir}: stop it first, as a copy that is made meanwhile is of no use.`);
}

async function isFree(folder: string): Promise<boolean> {
  return !existsSync(folder) || (await readdir(folder)).length === 0;
}

function refuse(sentence: string): never {
  throw new ConfigError([sentence]);
}
