import type { Readable } from 'node:stream';

/** Where the bytes of a file lie. It names region and unit, so that a sweep can ask whose row there should be. */
export interface FileKey {
  readonly regionId: string;
  readonly unitId: string;
  readonly fileId: string;
}

/** Keeps bytes, and knows nothing of who may read them. A key is written once and never again. */
export abstract class FileStore {
  /** Asked once, at start. @throws ConfigError with one sentence when nothing can be kept here */
  abstract prepare(): Promise<void>;

  /** Lasting once it resolves: a row may then be written. */
  abstract put(key: FileKey, bytes: Buffer): Promise<void>;

  /** @throws Error when there are none */
  abstract open(key: FileKey): Promise<Readable>;

  /** Nothing happens when there are none. */
  abstract remove(key: FileKey): Promise<void>;

  /** What was written before that instant; those of one unit stand together. What is not ours is left out. */
  abstract list(writtenBefore: Date): AsyncIterable<FileKey>;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PATH = new RegExp(`^(${UUID})/(${UUID})/(${UUID})$`);

export function pathOf({ regionId, unitId, fileId }: FileKey): string {
  const path = `${regionId}/${unitId}/${fileId}`;
  if (!PATH.test(path)) throw new Error(`"${path}" is no key of a file.`);
  return path;
}

/** Null for a path that is none of a file's. */
export function findKey(path: string): FileKey | null {
  const [, regionId, unitId, fileId] = PATH.exec(path) ?? [];
  return regionId && unitId && fileId ? { regionId, unitId, fileId } : null;
}
