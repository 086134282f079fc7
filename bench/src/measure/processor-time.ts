import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** Milliseconds of processor time that a process has used. */
export function processorTimeOf(pid: number): number {
  return (statOf(pid)?.own ?? 0) * TICK_MS;
}

/** The same for a process with its children, those that have ended included. */
export function processorTimeBelow(pid: number): number {
  const root = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  const ticks = children.reduce((sum, stat) => sum + (stat?.own ?? 0), (root?.own ?? 0) + (root?.ended ?? 0));
  return ticks * TICK_MS;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (place) => fields[place] ?? 0,
    );
    return { parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    // It has ended since it was listed.
    return null;
  }
}
