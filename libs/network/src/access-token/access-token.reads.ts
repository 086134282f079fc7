import { ASKER, desc, listOf, readsOf, sql } from '#reads';
import { AccessToken } from './access-token.entity.js';

export const ACCESS_TOKEN_READS = readsOf(AccessToken, 'AccessToken', () => ({}));

/** Those of the acting post whose sessions go on. */
export const ACCESS_TOKENS = listOf(ACCESS_TOKEN_READS, {
  name: 'accessTokens',
  where: ({ id, postId }) => [
    sql`${postId} = app.post_id()`,
    sql`EXISTS (SELECT FROM session WHERE session.region_id = ${ASKER.regionId} AND session.id = ${id}
      AND session.ended_at IS NULL AND session.expires_at > ${ASKER.now})`,
  ],
  orderBy: ({ createdAt, id }) => [desc(createdAt), desc(id)],
});
