import type { Config } from '#config';
import { pino, type Logger } from 'pino';
import { Metrics } from './metrics/metrics.js';
import { serveMetrics } from './metrics/serve-metrics.js';
import { openTracing } from './trace/open-tracing.js';
import type { Tracing } from './trace/tracing.js';

/** What a process lets its operators see of itself. */
export interface Signals {
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Null when traces are off. */
  readonly tracing: Tracing | null;
}

interface Closable {
  close(): Promise<void>;
}

/** A line waits for others, half a second at most: a write for each is what a busy server notices. */
const BUFFERED = { minLength: 4_096, periodicFlush: 500 };

/** Log lines on standard error, figures on METRICS_PORT if there is one, traces if there is somebody to take them. */
export async function openSignals(config: Config, service: string): Promise<Signals & Closable> {
  const lines = pino.destination({ fd: 2, ...BUFFERED });
  const log = pino({ level: config.logLevel }, lines);
  const flush = (): void => lines.flushSync();
  process.on('exit', flush);
  const metrics = new Metrics();
  const served = await serveMetrics(config, metrics);
  const tracing = await openTracing(config.traceEndpoint, service, log);
  const close = async (): Promise<void> => {
    await served?.close();
    await tracing?.close();
    process.off('exit', flush);
    flush();
  };
  return { log, metrics, tracing, close };
}

/** Runs a program with signals that are there before it starts and until it has ended. */
export async function withSignals<Program extends Closable>(
  config: Config,
  service: string,
  start: (signals: Signals) => Promise<Program>,
): Promise<Program> {
  const signals = await openSignals(config, service);
  try {
    const program = await start(signals);
    const close = async (): Promise<void> => {
      await program.close();
      await signals.close();
    };
    return { ...program, close };
  } catch (error) {
    await signals.close();
    throw error;
  }
}
