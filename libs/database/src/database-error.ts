/** Its message is one sentence for the operator; everything else that is thrown is a fault of ours. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
