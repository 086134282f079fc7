import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Person } from '../person/person.entity.js';
import { Post } from '../post/post.entity.js';
import { Account } from './account.entity.js';

export interface Me {
  name: string;
  post: Post;
  posts: Post[];
}

/** The person behind the request and the posts held at this moment. */
export async function getMe(tx: TenantTransaction): Promise<Me> {
  const { postId } = tx.actor;
  const personId = found(tx.actor.personId);
  const { name } = found(await tx.find(Person, personId));
  const posts = await tx.manager
    .createQueryBuilder(Post, 'post')
    .where('post.regionId = :regionId AND post.personId = :personId', { regionId: tx.regionId, personId })
    .andWhere('post.revokedAt IS NULL AND post.since <= :now', { now: tx.now })
    .andWhere('(post.until IS NULL OR post.until > :now)')
    .orderBy('post.since')
    .addOrderBy('post.id')
    .getMany();
  return { name, post: found(posts.find(({ id }) => id === postId)), posts };
}

/** The account with which the person signs in. */
export async function getAccount(tx: TenantTransaction): Promise<Account> {
  const { regionId, actor } = tx;
  return found(await tx.manager.findOneBy(Account, { regionId, personId: found(actor.personId) }));
}
