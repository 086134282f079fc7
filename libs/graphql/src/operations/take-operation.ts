import type { FastifyRequest } from 'fastify';
import type { ListedOperations } from './listed-operations.js';

/** Puts the text of a listed operation into a request that names it by its id: from then on it is as any other. */
export function takeOperation(operations: ListedOperations, request: FastifyRequest): void {
  if (request.method === 'GET') takeFromAddress(operations, request);
  else if (isPlain(request.body)) {
    const { documentId: _, ...rest } = request.body;
    const query = operations.textOf(request.body);
    request.body = query === undefined ? rest : { ...rest, query };
  }
}

/** One that is given twice is refused further on, whatever it says. */
function takeFromAddress(operations: ListedOperations, { raw, url }: FastifyRequest): void {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  const [query, documentId] = ['query', 'documentId'].map((name) => parameters.get(name) ?? undefined);
  const text = operations.textOf({ query, documentId });
  if (documentId === undefined || text === undefined || parameters.getAll('query').length > 1) return;
  parameters.delete('documentId');
  parameters.set('query', text);
  raw.url = `${path}?${parameters.toString()}`;
}

function isPlain(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
