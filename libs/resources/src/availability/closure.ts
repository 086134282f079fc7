import type { Span } from '#calendar';

/** A span in which the owner does not lend, with the reason as everybody who sees the offer reads it. */
export interface Closure extends Span {
  readonly reason: string;
}

/** Those that have time in common with the span, in their own order. */
export function closuresIn<Closed extends Span>(closures: readonly Closed[], span: Span): Closed[] {
  return closures.filter(({ startsAt, endsAt }) => startsAt < span.endsAt && span.startsAt < endsAt);
}
