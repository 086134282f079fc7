import { found, RouteCount, type ErrorLog, type RequestLimits, type TenantContext } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expectSignedIn } from './files/expect-signed-in.js';

export interface PrintedSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

/**
 * What is to be printed, as whoever asks may read it. The context is closed before anything is written of it, so that no
 * connection waits for that.
 * @throws ApiError NOT_FOUND for what is not there or may not be read, UNAUTHENTICATED without a token
 */
export async function readPrinted<Printed>(
  { createContext, limits }: PrintedSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  find: (tx: TenantTransaction) => Promise<Printed | null>,
): Promise<Printed> {
  const count = RouteCount.begin(limits, request, reply);
  const context = createContext(request);
  try {
    count.takeOfPost((await expectSignedIn(context)).postId);
    return found(await context.read(find));
  } finally {
    await context.close();
  }
}
