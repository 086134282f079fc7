import { listSent, runInScope, startWatch, type Tracing } from '#signals';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestRecord } from './request-record.js';

/** A request that has been answered. */
export interface AnsweredRequest {
  readonly record: RequestRecord;
  readonly method: string;
  /** The pattern, never what was asked: a query string holds variables. Null for what is not there. */
  readonly route: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** The network address asked from. */
  readonly address: string;
}

export interface RequestObserver {
  readonly tracing: Tracing | null;
  readonly onAnswered: (request: AnsweredRequest) => void;
}

type Hooked = Pick<FastifyInstance, 'addHook'>;
type Underway = { readonly record: RequestRecord; readonly watch: () => number };

const underway = new WeakMap<FastifyRequest, Underway>();

/** Opens a record for each request and closes it with the last byte; the id of the request must be known by then. */
export function observeRequests(fastify: Hooked, path: string, observer: RequestObserver | undefined): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    underway.set(request, { record: openRecord(request, path, observer?.tracing), watch: startWatch() });
    done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    const found = underway.get(request);
    if (found) runInScope(found.record, done);
    else done();
  });
  if (!observer) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const found = underway.get(request);
    if (found) observer.onAnswered(closeRecord(found, request, reply));
    done();
  });
}

/** Errors that are met before there is a scope are put down by the request itself. */
export function recordOf(request: FastifyRequest): RequestRecord | undefined {
  return underway.get(request)?.record;
}

function openRecord(request: FastifyRequest, path: string, tracing: Tracing | null = null): RequestRecord {
  const { traceparent } = request.headers;
  const span =
    tracing?.begin('request', 'request', typeof traceparent === 'string' ? traceparent : '') ?? null;
  const token = request.headers.authorization?.replace(/^\S+ +/, '');
  const listTexts = (): string[] => [
    ...listSent(request.body),
    ...listSent(request.query),
    ...(token === undefined || token === '' ? [] : [token]),
  ];
  const record = new RequestRecord(request.id, span, listTexts);
  if (request.routeOptions.url !== path) record.kind = 'http';
  return record;
}

function closeRecord(
  { record, watch }: Underway,
  request: FastifyRequest,
  reply: FastifyReply,
): AnsweredRequest {
  // A repetition runs into the first answer as if into an error, and is then given that answer.
  if (reply.hasHeader('idempotency-replayed')) record.errors.length = 0;
  endSpan(record, reply.statusCode);
  return {
    record,
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    milliseconds: watch(),
    address: request.ip,
  };
}

function endSpan({ span, kind, fields, outcome, errors, requestId }: RequestRecord, status: number): void {
  if (span === null) return;
  span.rename(fields.length === 1 ? `${kind} ${fields[0]}` : kind);
  span.tell({
    'graphql.operation.type': kind,
    'http.response.status_code': status,
    'lianjian.root_fields': [...fields],
    'lianjian.outcome': outcome,
    'lianjian.request_id': requestId,
  });
  span.end(outcome === 'failed' ? errors[0] : undefined);
}
