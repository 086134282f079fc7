import type { TenantTransaction } from './tenant-transaction.js';

const KEPT_MS = 24 * 3_600_000;

/** A request as its sender named it, to be told again from its repetition. */
export interface KeyedRequest {
  readonly key: string;
  /** Of everything that makes the request what it is. */
  readonly hash: Buffer;
}

/** What is known of a key before the act: nothing, that it is being worked on, another request's, or the answer. */
export type KeyStanding =
  | { readonly is: 'NEW' | 'IN_USE' | 'OF_ANOTHER_REQUEST' }
  | { readonly is: 'ANSWERED'; readonly answer: string };

/** Takes the key for this transaction, so that a repetition that comes meanwhile does not act as well. */
export async function takeKey(tx: TenantTransaction, { key, hash }: KeyedRequest): Promise<KeyStanding> {
  const { postId } = tx.actor;
  // Beside the post's row, so that the lock stands on its shard.
  const [lock] = await tx.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($3, 0)) AS taken FROM post WHERE region_id = $1 AND id = $2',
    [tx.regionId, postId, `${postId} ${key}`],
  );
  if (!lock?.taken) return { is: 'IN_USE' };
  const [known] = await tx.query<{ request_hash: Buffer; answer: string }>(
    `SELECT request_hash, answer FROM idempotency_key
     WHERE region_id = $1 AND post_id = $2 AND key = $3 AND answered_at > $4`,
    [tx.regionId, postId, key, keptSince(tx)],
  );
  if (!known) return { is: 'NEW' };
  return known.request_hash.equals(hash)
    ? { is: 'ANSWERED', answer: known.answer }
    : { is: 'OF_ANOTHER_REQUEST' };
}

/** Stores the answer with the effect, and forgets the post's answers of yesterday. */
export async function keepAnswer(
  tx: TenantTransaction,
  request: KeyedRequest,
  answer: string,
): Promise<void> {
  const { postId } = tx.actor;
  await tx.query('DELETE FROM idempotency_key WHERE region_id = $1 AND post_id = $2 AND answered_at <= $3', [
    tx.regionId,
    postId,
    keptSince(tx),
  ]);
  await tx.query(
    `INSERT INTO idempotency_key (region_id, id, post_id, key, request_hash, answer, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.regionId, tx.newId(), postId, request.key, request.hash, answer, tx.now],
  );
}

function keptSince(tx: TenantTransaction): Date {
  return new Date(tx.now.getTime() - KEPT_MS);
}
