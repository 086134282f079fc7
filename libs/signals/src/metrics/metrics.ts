import { Counter, Histogram, Registry } from 'prom-client';
import { addPoolGauge, type CountedPool } from './pool-gauge.js';
import { addJobGauge, type CountJobs } from './job-gauge.js';
import { addLiveGauge, type CountLive } from './live-gauge.js';

/** `none`: nothing could be read of it. `http`: it was not for GraphQL. */
export type OperationKind = 'query' | 'mutation' | 'subscription' | 'none' | 'http';

/** `refused`: a member of a result union said no. `rejected`: an error of the client's. `failed`: one of ours. */
export type Outcome = 'ok' | 'refused' | 'rejected' | 'failed';

export type JobOutcome = 'done' | 'failed';

// Seconds.
const DURATIONS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const COSTS = [1, 5, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

const SIGN_IN_FAILURES: ReadonlySet<string> = new Set(['WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS']);

/** The figures of one process. Labels come from our own lists, never from a client: their number stays small. */
export class Metrics {
  readonly registry = new Registry();

  private readonly durations = this.histogram(
    'lianjian_request_duration_seconds',
    'Requests, from the first byte to the last of the answer.',
    DURATIONS,
    ['kind', 'outcome'],
  );
  private readonly costs = this.histogram(
    'lianjian_graphql_cost',
    'What a document would cost at most, as the limit counts it.',
    COSTS,
  );
  private readonly refusals = this.counter('lianjian_refusals_total', 'Well-formed wishes not granted.', [
    'code',
  ]);
  private readonly errors = this.counter('lianjian_errors_total', 'Errors that left the API.', ['code']);
  private readonly signIns = this.counter('lianjian_sign_in_failures_total', 'Refused sign-ins.', ['code']);
  private readonly retries = this.counter(
    'lianjian_transaction_retries_total',
    'Acts tried again after the database broke them off.',
  );
  private readonly jobs = this.histogram('lianjian_job_duration_seconds', 'Jobs run.', DURATIONS, [
    'task',
    'outcome',
  ]);

  recordRequest(kind: OperationKind, outcome: Outcome, milliseconds: number): void {
    this.durations.observe({ kind, outcome }, milliseconds / 1_000);
  }

  recordCost(cost: number): void {
    this.costs.observe(cost);
  }

  /** @param code one of the schema's, and so of few */
  recordRefusal(code: string): void {
    this.refusals.inc({ code });
    if (SIGN_IN_FAILURES.has(code)) this.signIns.inc({ code });
  }

  /** @param code one of ErrorCode */
  recordError(code: string): void {
    this.errors.inc({ code });
  }

  recordRetry(): void {
    this.retries.inc();
  }

  /** @param task the name of a registered one */
  recordJob(task: string, outcome: JobOutcome, milliseconds: number): void {
    this.jobs.observe({ task, outcome }, milliseconds / 1_000);
  }

  /** Reads the pool whenever somebody asks for the figures. */
  watchPool(name: string, pool: CountedPool): void {
    addPoolGauge(this.registry, name, pool);
  }

  /** Counts the waiting jobs whenever somebody asks for the figures. */
  watchJobs(count: CountJobs): void {
    addJobGauge(this.registry, count);
  }

  /** Counts sockets and subscriptions whenever somebody asks for the figures. */
  watchLive(count: CountLive): void {
    addLiveGauge(this.registry, count);
  }

  private counter<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
  ): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ): Histogram<Label> {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.registry] });
  }
}
