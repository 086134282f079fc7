import { asc, ASKER, listOf, readsOf, sql, type Reads, type Sql } from '#reads';
import { NETWORK_READS } from '../network/network.reads.js';
import { UNIT_READS } from '../unit/unit.reads.js';
import { Post } from './post.entity.js';
import type { PostFilter } from './post.inputs.js';

export const POST_READS: Reads<Post> = readsOf(Post, 'Post', (post) => ({
  predecessor: post.row(POST_READS, { id: 'predecessorId' }),
  unit: post.row(UNIT_READS, { id: 'unitId' }),
  scope: post.rows(NETWORK_READS, (network, { scopeNetworkIds }) => ({
    where: [sql`${network.id} = ANY (${scopeNetworkIds})`],
    orderBy: [asc(network.code)],
  })),
}));

/** By pinyin. */
export const byName = (name: Sql): Sql => sql`${name} COLLATE "zh-x-icu"`;

/**
 * The directory: posts held now in the networks one knows. One's own unit also sees those to come, the committee
 * also those to come and what is over.
 */
export const POSTS = listOf(POST_READS, {
  name: 'posts',
  where: (post, { unitId, networkId, roles }: PostFilter) => [
    sql`${post.networkIds} && app.convened_network_ids() OR ((${post.until} IS NULL OR ${post.until} > ${ASKER.now})
      AND (${post.since} <= ${ASKER.now} OR ${post.unitId} = app.unit_id()))`,
    unitId && sql`${post.unitId} = ${unitId}`,
    // A post is also seen through another network; that its unit belongs to this one is told to those who know this one.
    networkId &&
      sql`${networkId} = ANY (${post.networkIds}) AND ${networkId} = ANY (app.known_network_ids())`,
    roles && sql`${post.role} = ANY (${roles})`,
  ],
  orderBy: ({ personName, id }) => [asc(byName(personName)), asc(id)],
});
