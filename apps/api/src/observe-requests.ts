import { currentRequest, type AnsweredRequest, type RequestObserver } from '#graphql';
import type { Signals } from '#signals';
import type { TenancyListener } from '#tenancy';
import { createHmac, randomBytes } from 'node:crypto';

/** One line and one figure for each request. */
export function observeRequests({ log, metrics, tracing }: Signals): RequestObserver {
  const veil = veilAddresses();
  const onAnswered = (answered: AnsweredRequest): void => {
    const { record, milliseconds } = answered;
    metrics.recordRequest(record.kind, record.outcome, milliseconds);
    if (record.cost !== null) metrics.recordCost(record.cost);
    for (const code of record.errors) metrics.recordError(code);
    for (const code of record.refusals) metrics.recordRefusal(code);
    // Probes come every few seconds and say nothing as long as they succeed.
    const level = record.kind === 'http' && answered.status < 400 ? 'debug' : 'info';
    if (log.isLevelEnabled(level)) log[level](lineOf(answered, veil), 'request');
  };
  return { tracing, onAnswered };
}

/** Lets the record of a request know who the database says is acting, and counts what it broke off. */
export function observeTenancy({ metrics }: Signals): TenancyListener {
  return {
    entered: ({ regionId, postId, unitId }) => {
      const record = currentRequest();
      if (record) record.actor = { regionId, postId, unitId };
    },
    retried: () => metrics.recordRetry(),
  };
}

function lineOf(answered: AnsweredRequest, veil: (address: string) => string): object {
  const { record, method, route, status, milliseconds, address } = answered;
  const { requestId, kind, operation, fields, cost, actor, errors, refusals, outcome } = record;
  const line = { requestId, method, route, status, ms: milliseconds, kind, outcome };
  const asked = kind === 'none' || kind === 'http' ? {} : { operation, fields, cost };
  const said = {
    ...(errors.length > 0 && { errors: [...new Set(errors)] }),
    ...(refusals.length > 0 && { refusals: [...new Set(refusals)] }),
  };
  const who = actor
    ? { region: actor.regionId, post: actor.postId, unit: actor.unitId }
    : { from: veil(address) };
  return { ...line, ...asked, ...said, ...who };
}

/**
 * An address is a person's. Of those who have not signed in, a mark stands for it, by which one can see that many
 * attempts come from one place; it is made with a key that is never stored, and cannot be traced back after a restart.
 */
function veilAddresses(): (address: string) => string {
  const key = randomBytes(32);
  return (address) => createHmac('sha256', key).update(address).digest('hex').slice(0, 8);
}
