import { asc, ASKER, listOf, readsOf, sql, type Columns, type Condition, type Sql } from '#reads';
import { Membership, MembershipState } from '../membership/membership.entity.js';
import type { Post } from '../post/post.entity.js';
import { byName, POST_READS } from '../post/post.reads.js';
import { UNIT_READS } from '../unit/unit.reads.js';
import type { DirectoryFilter } from './directory.inputs.js';
import { patternOf, searchWordsOf } from './search-text.js';

/** In the order in which they are listed. */
const SPEAKERS: readonly Post['role'][] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];

export const DIRECTORY_READS = readsOf(Membership, 'DirectoryEntry', (member) => ({
  unit: member.row(UNIT_READS, { id: 'unitId' }),
  people: member.rows(POST_READS, (post, { unitId, networkId }) => ({
    where: [isHeldIn(post, networkId), sql`${post.unitId} = ${unitId}`],
    orderBy: [
      asc(sql`array_position(${SPEAKERS}::text[], ${post.role})`),
      asc(byName(post.personName)),
      asc(post.id),
    ],
  })),
}));

/**
 * The active units of a network that one knows, with who speaks for them. A search tries the names of these dozens of
 * units one by one: no index can be reached for it under row-level security, and none is needed.
 */
export const DIRECTORY = listOf(DIRECTORY_READS, {
  name: 'directory',
  joins: ({ unitId }) => sql`JOIN unit ON unit.region_id = ${ASKER.regionId} AND unit.id = ${unitId}`,
  where: (member, { networkId, search }: DirectoryFilter) => [
    sql`${member.networkId} = ${networkId} AND ${networkId} = ANY (app.known_network_ids())`,
    sql`${member.state} = ${MembershipState.ACTIVE}`,
    ...searched(search ?? '', member),
  ],
  orderBy: () => [asc(byName(sql`unit.name`)), asc(sql`unit.id`)],
});

// A post is also seen through another network: only what is held now, and in this one, is this network's directory.
function isHeldIn(post: Columns<Post>, networkId: Sql): Sql {
  return sql`${networkId} = ANY (${post.networkIds}) AND ${post.role} = ANY (${SPEAKERS})
    AND ${post.revokedAt} IS NULL AND (${post.until} IS NULL OR ${post.until} > ${ASKER.now})`;
}

/** Every word must be found; of marks alone, which no name is found by, nothing is. */
function searched(search: string, member: Columns<Membership>): Condition[] {
  const words = searchWordsOf(search);
  if (words.length === 0 && search.trim() !== '') return [sql`FALSE`];
  return words.map((word) => isFoundBy(word, member));
}

/** An aggregate is worked out for each unit; of EXISTS the planner makes a scan over all posts of the region. */
function isFoundBy(word: string, { unitId, networkId }: Columns<Membership>): Condition {
  const pattern = patternOf(word);
  return sql`unit.search_text ~ ${pattern} OR (SELECT bool_or(post.search_text ~ ${pattern}) FROM post
    WHERE post.region_id = ${ASKER.regionId} AND post.unit_id = ${unitId}
      AND ${networkId} = ANY (post.network_ids) AND post.role = ANY (${SPEAKERS})
      AND post.revoked_at IS NULL AND (post.until IS NULL OR post.until > ${ASKER.now}))`;
}
