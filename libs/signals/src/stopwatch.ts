/** Starts measuring; each call of what it gives says how many milliseconds have passed, to the microsecond. */
export function startWatch(): () => number {
  const started = performance.now();
  return () => Math.round((performance.now() - started) * 1_000) / 1_000;
}
