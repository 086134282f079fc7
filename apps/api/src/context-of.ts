import { TenantContext, type NodeRegistry } from '#graphql';
import type { TokenVerifier } from '#network';
import type { Tenancy } from '#tenancy';
import type { FastifyRequest } from 'fastify';

/** Who asks, from the header of any request: of GraphQL, or of a route beside it. */
export function contextOf(
  tenancy: Tenancy,
  tokens: Pick<TokenVerifier, 'verify'>,
  nodes: NodeRegistry,
): (request: FastifyRequest) => TenantContext {
  return (request) =>
    new TenantContext({
      requestId: String(request.id),
      address: request.ip,
      token: bearerOf(request.headers.authorization),
      verify: (token) => tokens.verify(token),
      tenancy,
      findNode: (tx, id) => nodes.find(tx, id),
    });
}

/** RFC 6750; anything else in the header is a token that is not ours. */
function bearerOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}
