import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Post } from './post.entity.js';
import type { PostFilter } from './post.inputs.js';

const BY_NAME: KeysetList = {
  name: 'posts',
  order: [
    { expression: 'post.personName', direction: 'ASC' },
    { expression: 'post.id', direction: 'ASC' },
  ],
};

/**
 * The directory: posts held now in the networks one knows. Of one's own unit, and for the committee of its networks,
 * also those to come, over and revoked.
 */
export function listPosts(
  tx: TenantTransaction,
  filter: PostFilter,
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<Post>> {
  const query = tx.manager
    .createQueryBuilder(Post, 'post')
    .where('post.regionId = :regionId', { regionId: tx.regionId })
    .andWhere(
      `(post.unitId = :ownUnitId OR post.networkIds && :convened::uuid[]
        OR (post.since <= :now AND (post.until IS NULL OR post.until > :now)))`,
      { ownUnitId: tx.actor.unitId, convened: [...tx.actor.convenedNetworkIds], now: tx.now },
    );
  const { unitId, networkId, roles } = filter;
  if (unitId) query.andWhere('post.unitId = :unitId', { unitId });
  if (networkId) query.andWhere(':networkId = ANY (post.networkIds)', { networkId });
  if (roles) query.andWhere('post.role = ANY (:roles)', { roles });
  return loadPage(query, BY_NAME, page, count);
}
