import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Post } from './post.entity.js';
import type { PostFilter } from './post.inputs.js';

const BY_NAME: KeysetList = {
  name: 'posts',
  order: [
    { expression: 'post.personName COLLATE "zh-x-icu"', direction: 'ASC' },
    { expression: 'post.id', direction: 'ASC' },
  ],
};

/**
 * The directory: posts held now in the networks one knows. One's own unit also sees those to come, the committee
 * also those to come and what is over.
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
      `(post.networkIds && app.convened_network_ids() OR ((post.until IS NULL OR post.until > :now)
        AND (post.since <= :now OR post.unitId = app.unit_id())))`,
      { now: tx.now },
    );
  const { unitId, networkId, roles } = filter;
  if (unitId) query.andWhere('post.unitId = :unitId', { unitId });
  // A post is also seen through another network; that its unit belongs to this one is told to those who know this one.
  if (networkId) {
    query.andWhere(':networkId = ANY (post.networkIds) AND :networkId = ANY (app.known_network_ids())', {
      networkId,
    });
  }
  if (roles) query.andWhere('post.role = ANY (:roles)', { roles });
  return loadPage(query, BY_NAME, page, count);
}
