import type { ErrorLog } from '#graphql';
import { outlineError, type Signals } from '#signals';

/** What a client only hears of as our fault, with the request's id and without what the client wrote. */
export function logFailures({ log }: Pick<Signals, 'log'>): ErrorLog {
  return ({ error, sent, ...entry }) =>
    log.error({ ...entry, error: outlineError(error, sent) }, 'request failed');
}
