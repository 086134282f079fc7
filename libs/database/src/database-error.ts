/** Its message is one sentence for the operator; everything else that is thrown is a fault of ours. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** The code that node or PostgreSQL put on a failure; by shape, as errors may come from another realm. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
