import { asc, ASKER, readsOf, sql } from '#reads';
import { AUDIT_LINES } from '../audit/audit-line.reads.js';
import { EXTERNAL_ACCOUNT_READS } from '../external-account/external-account.reads.js';
import { Person } from '../person/person.entity.js';
import { POST_READS } from '../post/post.reads.js';

/** The person behind the request, and the posts held at this moment. */
export const ME_READS = readsOf(Person, 'Me', (person) => ({
  post: person.row(POST_READS, ({ id }) => sql`${id} = app.post_id()`),
  posts: person.rows(POST_READS, (post, { id }) => ({
    where: [
      sql`${post.personId} = ${id} AND ${post.revokedAt} IS NULL`,
      sql`${post.since} <= ${ASKER.now} AND (${post.until} IS NULL OR ${post.until} > ${ASKER.now})`,
    ],
    orderBy: [asc(post.since), asc(post.id)],
  })),
  externalAccounts: person.rows(EXTERNAL_ACCOUNT_READS, (external, { id }) => ({
    where: [sql`${external.personId} = ${id}`],
    orderBy: [asc(external.linkedAt), asc(external.id)],
  })),
  auditLines: person.page(AUDIT_LINES, ({ id }) => ({
    thingType: 'Account',
    thingId: sql`(SELECT account.id FROM account
      WHERE account.region_id = ${ASKER.regionId} AND account.person_id = ${id})`,
  })),
}));
