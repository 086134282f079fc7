import { type ChildProcess, spawn } from 'node:child_process';
import type { OpenFolder } from './open-folder.js';
import type { ServerUser } from './server-user.js';

// Our end of fd 3 closes when we release it or die, however we die. INT makes postgres roll back and
// go, and initdb remove its half-made files; then goes what was only for the program's time.
const SCRIPT = `
one=$1; two=$2; shift 2
"$@" 3<&- & program=$!
{ read -r _ <&3; kill -INT "$program"; } 2>/dev/null & guard=$!
wait "$program"; status=$?
kill "$guard" 2>/dev/null
rm -rf \${one:+"$one"} \${two:+"$two"}
exit "$status"`;

/** A program that must not outlive us. */
export interface WatchedProgram {
  readonly command: readonly string[];
  readonly folder: OpenFolder;
  readonly user: ServerUser | null;
  /** Folders to remove once the program has ended, two at most. */
  readonly temporary: readonly [string?, string?];
}

/** Starts the program under a shell that ends it when we are gone; stderr is ours to read. */
export function spawnWatched({ command, folder, user, temporary }: WatchedProgram): ChildProcess {
  const [one = '', two = ''] = temporary;
  return spawn('/bin/sh', ['-c', SCRIPT, 'sh', one, two, ...command], {
    cwd: '/',
    env: { PATH: process.env.PATH },
    // A session of its own: Ctrl-C reaches us alone, and we stop the database last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', folder.fd],
    ...user,
  });
}

/** Asks the program to stop, in the way our death would. */
export function release(watchdog: ChildProcess): void {
  watchdog.stdio[3]?.destroy();
}
