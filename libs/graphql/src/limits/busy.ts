import type { GraphQLResponse } from '@apollo/server';

/** What a request for a connection waits before it gives up, in seconds: asking again sooner is in vain. */
const RETRY_AFTER = 2;

/** 503 when nothing could be answered because the database was busy or away, so that callers wait and try again. */
export function nameBusy({ http, body }: GraphQLResponse): void {
  if (body.kind !== 'single') return;
  const { data, errors = [] } = body.singleResult;
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  if (!isEmpty || !errors.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE')) return;
  http.status = 503;
  http.headers.set('retry-after', String(RETRY_AFTER));
}
