/** What may be told of a span: names, figures and statements without their parameters. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | string[]>>;

/** One piece of work in a trace. */
export interface Span {
  begin(name: string, facts?: SpanFacts): Span;
  rename(name: string): void;
  tell(facts: SpanFacts): void;
  /** @param failure a code, when it did not succeed */
  end(failure?: string): void;
}

/** Where traces begin. Behind it OpenTelemetry is loaded only when it is wanted. */
export interface Tracing {
  /** @param traceparent as the W3C has it; one that is broken begins a trace of its own */
  begin(name: string, kind: 'request' | 'job', traceparent?: string): Span;
  /** Sends what is left. */
  close(): Promise<void>;
}
