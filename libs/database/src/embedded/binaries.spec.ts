import { chmodSync, lstatSync, mkdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from '../../../../test/support/temp-dir.js';
import { linkLibraries } from './binaries.js';
import { copyBinaries } from './copy-binaries.js';

describe('the installed programs', () => {
  let dir: ReturnType<typeof makeTempDir>;
  beforeEach(() => {
    dir = makeTempDir();
    mkdirSync(join(dir.path, 'native', 'lib'), { recursive: true });
    mkdirSync(join(dir.path, 'native', 'bin'), { mode: 0o700 });
    writeFileSync(join(dir.path, 'native/bin/postgres'), '#!', { mode: 0o700 });
    writeFileSync(join(dir.path, 'native/lib/libx.so.1.2'), 'x', { mode: 0o600 });
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    writeFileSync(join(dir.path, 'native/pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => dir.remove());

  it('get the links that npm did not make because install scripts were off', () => {
    expect(linkLibraries(dir.path)).toBe(true);
    expect(readlinkSync(join(dir.path, 'native/lib/libx.so.1'))).toBe('libx.so.1.2');
    expect(linkLibraries(dir.path)).toBe(true);
  });

  it('are copied to where everybody may read and run them, once', () => {
    const version = `spec-${process.pid}`;
    const copy = copyBinaries(dir.path, version);
    const mode = (path: string): number => statSync(join(copy, path)).mode & 0o777;
    expect([mode('.'), mode('native/bin'), mode('native/bin/postgres')]).toEqual([0o755, 0o755, 0o755]);
    expect(mode('native/lib/libx.so.1.2')).toBe(0o644);
    const { ino } = lstatSync(copy);
    expect(lstatSync(copyBinaries(dir.path, version)).ino).toBe(ino);
    rmSync(copy, { recursive: true });
  });

  it('are not taken from a folder that others may write to', () => {
    const version = `spec-open-${process.pid}`;
    const trap = copyBinaries(dir.path, version);
    chmodSync(trap, 0o777);
    const copy = copyBinaries(dir.path, version);
    expect(copy).not.toBe(trap);
    rmSync(copy, { recursive: true });
    rmSync(trap, { recursive: true });
  });
});
