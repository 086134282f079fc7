const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After each attempt that failed, as Standard Webhooks propose: three days and some hours in all. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Of the wait, at most: what failed together does not come back together. */
const JITTER = 0.1;

/** How long to wait after so many attempts (ms); null when it is given up. The id spreads what failed at once. */
export function waitAfter(attempts: number, id: string): number | null {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return null;
  const share = Number.parseInt(id.slice(-4), 16) / 0xff_ff;
  return Math.round(wait * (1 + JITTER * share));
}
