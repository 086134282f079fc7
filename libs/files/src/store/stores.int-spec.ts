import { randomUUID } from 'node:crypto';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Bucket } from '../../../../test/support/bucket.js';
import { makeTempDir } from '../../../../test/support/temp-dir.js';
import { DiskStore } from './disk-store.js';
import type { FileKey, FileStore } from './file-store.js';
import { pathOf } from './file-store.js';
import { S3Store } from './s3-store.js';

const makeKey = (unitId: string = randomUUID()): FileKey => ({
  regionId: randomUUID(),
  unitId,
  fileId: randomUUID(),
});
const IN_AN_HOUR = (): Date => new Date(Date.now() + 3_600_000);

async function listAll(store: FileStore, before: Date): Promise<string[]> {
  const paths: string[] = [];
  for await (const key of store.list(before)) paths.push(pathOf(key));
  return paths.toSorted();
}

describe('Where files are kept', () => {
  let dir: ReturnType<typeof makeTempDir>;
  const bucket = new Bucket();
  let stores: { disk: FileStore; s3: FileStore };

  beforeAll(async () => {
    dir = makeTempDir();
    const bucketUrl = await bucket.start();
    const s3 = { bucketUrl, region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' };
    stores = { disk: new DiskStore(join(dir.path, 'files')), s3: new S3Store(s3) };
  });
  afterAll(async () => {
    await bucket.stop();
    dir.remove();
  });

  describe.each(['disk', 's3'] as const)('on %s', (kind) => {
    it('gives back what was put, lists it by age, and forgets it', async () => {
      const store = stores[kind];
      expect(await listAll(store, IN_AN_HOUR())).toEqual([]);
      const keys = [makeKey(), makeKey(), makeKey()];
      for (const [index, key] of keys.entries()) await store.put(key, Buffer.from([index, 0, 255]));
      const [first] = keys;
      if (!first) throw new Error('There are three keys.');
      expect(await buffer(await store.open(first))).toEqual(Buffer.from([0, 0, 255]));
      expect(await listAll(store, IN_AN_HOUR())).toEqual(keys.map(pathOf).toSorted());
      expect(await listAll(store, new Date(Date.now() - 3_600_000))).toEqual([]);
      for (const key of keys) await store.remove(key);
      await store.remove(first);
      await expect(store.open(first)).rejects.toThrow();
      expect(await listAll(store, IN_AN_HOUR())).toEqual([]);
    });

    it('refuses a key that is a path', async () => {
      await expect(stores[kind].put({ ...makeKey(), fileId: '../../x' }, Buffer.from('x'))).rejects.toThrow(
        'is no key of a file',
      );
    });
  });

  it('on disk are read by this user alone, and half-written ones are swept away unseen', async () => {
    const key = makeKey();
    await stores.disk.put(key, Buffer.from('x'));
    const path = join(dir.path, 'files', pathOf(key));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(`${path}.part`, 'half');
    utimesSync(`${path}.part`, new Date(0), new Date(0));
    writeFileSync(join(dir.path, 'files', 'not-ours.txt'), 'stays');
    expect(await listAll(stores.disk, new Date(1000))).toEqual([]);
    expect(readdirSync(join(dir.path, 'files', key.regionId, key.unitId))).toEqual([key.fileId]);
    expect(readdirSync(join(dir.path, 'files'))).toContain('not-ours.txt');
  });

  it('on S3 are asked for again when the service is busy, and fail with its status when it stays so', async () => {
    const key = makeKey();
    bucket.failures = 2;
    await stores.s3.put(key, Buffer.from('x'));
    expect(bucket.objects.has(pathOf(key))).toBe(true);
    bucket.failures = 10;
    await expect(stores.s3.open(key)).rejects.toThrow('answered 503 to GET');
    bucket.failures = 0;
  });
});
