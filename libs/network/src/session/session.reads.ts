import { asc, ASKER, desc, listOf, readsOf, sql } from '#reads';
import { Session } from './session.entity.js';

export const SESSION_READS = readsOf(Session, 'Session', (session) => ({
  isCurrent: session.resolver(),
}));

/** The person's own sign-ins that go on. */
export const SESSIONS = listOf(SESSION_READS, {
  name: 'sessions',
  where: ({ personId, endedAt, expiresAt, access }) => [
    sql`${personId} = ${ASKER.personId} AND ${access} IS NULL`,
    sql`${endedAt} IS NULL AND ${expiresAt} > ${ASKER.now}`,
  ],
  orderBy: ({ startedAt, id }) => [desc(startedAt), asc(id)],
});
