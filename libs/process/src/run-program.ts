import { type Config, loadConfig } from '#config';
import { describeStartError } from './describe-start-error.js';
import { onStopSignal } from './stop-signals.js';

/** A started program, as its process sees it. */
export interface Program {
  /** Resolves with one sentence should it end unasked. */
  readonly died?: Promise<string>;
  /** Lets what is under way finish. */
  close(): Promise<void>;
}

// What has not drained by then is cut off; the database's watchdog outlives us for its own stop (ms).
const DRAIN_PATIENCE = 9_000;

/**
 * Runs a program with the settings of the environment until it is asked to stop. It drains for nine seconds,
 * and says in one sentence, with exit code 1, why it cannot start or go on.
 */
export async function runProgram<P extends Program>(
  start: (config: Config) => Promise<P>,
  announce: (config: Config, program: P) => string,
): Promise<void> {
  let config: Config | null = null;
  try {
    config = loadConfig(process.env);
    const starting = start(config);
    onStopSignal(() => void drain(starting));
    const program = await starting;
    process.stdout.write(announce(config, program));
    void program.died?.then(fail);
  } catch (error) {
    fail(describeStartError(error, config));
  }
}

/** A start that is still under way is let finish, as it knows best what to undo. */
async function drain(starting: Promise<Program>): Promise<void> {
  setTimeout(() => fail('Some work did not end in time and was cut off.'), DRAIN_PATIENCE).unref();
  const program = await starting;
  await program.close();
  process.exit(0);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
