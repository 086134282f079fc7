const SANE = /^[\w.:-]{8,64}$/;

/** The caller's own id when it is fit for a log line, so that one request can be followed through. */
export function requestIdFrom(header: string | string[] | undefined, newId: () => string): string {
  return typeof header === 'string' && SANE.test(header) ? header : newId();
}
