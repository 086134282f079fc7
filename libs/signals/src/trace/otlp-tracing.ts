import { setTimeout as wait } from 'node:timers/promises';
import {
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span as OtelSpan,
  type Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { Span, SpanFacts, Tracing } from './tracing.js';

const KINDS = { request: SpanKind.SERVER, job: SpanKind.CONSUMER } as const;

// A collector that is away must not keep a process from ending (ms).
const PATIENCE = 2_000;

// What is ready is sent this often (ms).
const EVERY = 1_000;

/** Sends spans to an OpenTelemetry collector, in batches. */
export class OtlpTracing implements Tracing {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;
  private readonly fail: () => void;

  constructor(endpoint: string, service: string, log: Logger) {
    this.fail = hearFailures(log);
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      timeoutMillis: PATIENCE,
    });
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: EVERY })],
    });
    this.tracer = this.provider.getTracer('lianjian');
  }

  begin(name: string, kind: keyof typeof KINDS, traceparent = ''): Span {
    const remote = parseTraceParent(traceparent);
    const context = remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : ROOT_CONTEXT;
    return new TracedSpan(this.tracer, this.tracer.startSpan(name, { kind: KINDS[kind] }, context));
  }

  async close(): Promise<void> {
    await Promise.race([
      this.provider.shutdown().catch(this.fail),
      wait(PATIENCE, undefined, { ref: false }),
    ]);
  }
}

class TracedSpan implements Span {
  constructor(
    private readonly tracer: Tracer,
    private readonly span: OtelSpan,
  ) {}

  begin(name: string, facts: SpanFacts = {}): Span {
    const context = trace.setSpan(ROOT_CONTEXT, this.span);
    const span = this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes: { ...facts } }, context);
    return new TracedSpan(this.tracer, span);
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  tell(facts: SpanFacts): void {
    this.span.setAttributes({ ...facts });
  }

  end(failure?: string): void {
    if (failure !== undefined) this.span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
    this.span.end();
  }
}

/** A collector that is away is told once, as it must not fill the log. */
function hearFailures(log: Logger): () => void {
  const quiet = (): void => {};
  let isKnown = false;
  const error = (): void => {
    log[isKnown ? 'debug' : 'warn']('traces could not be sent');
    isKnown = true;
  };
  diag.setLogger(
    { error, warn: quiet, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  return error;
}
