const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

// Ctrl-C under npm arrives twice, from the terminal and passed on by npm (ms).
const SAME_KEYSTROKE = 500;

/** Calls back at the first request to stop; a second one, made later, ends the process at once. */
export function onStopSignal(stop: () => void): void {
  let first: number | null = null;
  const receive = (): void => {
    if (first === null) {
      first = performance.now();
      stop();
    } else if (performance.now() - first > SAME_KEYSTROKE) process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, receive);
}
