import type { TenantTransaction } from '#tenancy';
import { Post } from './post.entity.js';

/** A hand-over that never comes about: the post ends when it would have ended. Both are locked, the successor not begun. */
export async function giveBack(tx: TenantTransaction, post: Post, successor: Post): Promise<Post> {
  if (post.revokedAt || post.until?.getTime() !== successor.since.getTime()) return post;
  return tx.update(Post, post, { until: successor.until });
}
