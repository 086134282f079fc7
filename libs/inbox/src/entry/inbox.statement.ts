import { cursorScope, type KeysetList, type PageRequest } from '#graphql';
import type { Asker, PreparedStatement } from '#tenancy';
import type { InboxKind } from '../kind/inbox-kind.enum.js';
import type { WaitingKind } from '../kind/waiting-kind.js';

/** What has no term comes last. */
export const INBOX_ORDER: KeysetList = {
  name: 'inbox',
  order: [
    { expression: 'due_key', direction: 'ASC' },
    { expression: 'kind', direction: 'ASC' },
    { expression: 'thing_id', direction: 'ASC' },
  ],
};

export interface InboxWish {
  /** Null for every kind. */
  readonly kinds: readonly InboxKind[] | null;
  readonly page: PageRequest;
}

const KEYS = 'json_build_array(p.due_key::text, p.kind, p.thing_id::text)::text';
const FROM = '($4::text::timestamptz, $5::text, $6::text::uuid)';

/**
 * All kinds as one statement, which counts what waits and reads one page of it. Only its parameters differ from request
 * to request, so that each connection plans it once; kinds that are not for the asking post are not looked at.
 */
export function inboxStatement(kinds: readonly WaitingKind[]): string {
  return `SELECT (WITH ${waiting(kinds)},
  placed AS MATERIALIZED (SELECT w.*, coalesce(w.due_at, 'infinity') AS due_key,
    row_number() OVER (ORDER BY coalesce(w.due_at, 'infinity'), w.kind, w.thing_id) AS place FROM waiting w)
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM waiting),
    'counts', (SELECT coalesce(json_agg(c ORDER BY c."kind"), '[]') FROM (
      SELECT w.kind, count(*) AS "count", app.instant(min(w.due_at)) AS "nextDueAt" FROM waiting w GROUP BY w.kind) c),
    'rows', (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'thingId', p.thing_id, 'networkId', p.network_id,
        'unitId', p.unit_id, 'title', p.title, 'since', app.instant(p.since), 'dueAt', app.instant(p.due_at),
        'isOverdue', coalesce(p.due_at <= $2::timestamptz, false),
        'cursor', app.cursor('${cursorScope(INBOX_ORDER)}', ${KEYS})) ORDER BY p.place), '[]')
      FROM (SELECT placed.* FROM placed
        WHERE CASE WHEN $4::text IS NULL THEN true WHEN $7::boolean THEN (due_key, kind, thing_id) < ${FROM}
          ELSE (due_key, kind, thing_id) > ${FROM} END
        ORDER BY CASE WHEN $7::boolean THEN -place ELSE place END LIMIT $8::integer) p))::text) AS answer`;
}

/** What stands for all that waits, so that one sees whether it is another; when the next term lapses, and of which things. */
export function markStatement(kinds: readonly WaitingKind[]): string {
  return `SELECT (WITH ${waiting(kinds)}
  SELECT json_build_object(
    'mark', coalesce(md5(string_agg(concat_ws(' ', w.kind, w.thing_id, w.due_at, w.due_at <= $2::timestamptz), ','
      ORDER BY w.kind, w.thing_id)), ''),
    'lapsesAt', app.instant(min(w.due_at) FILTER (WHERE w.due_at > $2::timestamptz)),
    'thingIds', coalesce(json_agg(w.thing_id), '[]'))::text FROM waiting w) AS answer`;
}

export function askMark(text: string, asker: Asker): PreparedStatement {
  return {
    name: asker.sharesPlans ? 'inbox mark' : undefined,
    text,
    values: [asker.regionId, asker.now, null],
  };
}

function waiting(kinds: readonly WaitingKind[]): string {
  return `waiting AS MATERIALIZED (${kinds.map(branch).join('\n    UNION ALL')})`;
}

/** The condition is decided before anything of the kind is read. */
function branch({ kind, posts, rows }: WaitingKind): string {
  return `
    SELECT '${kind}' AS kind, one.* FROM (${rows}) one
    WHERE app.role() = ANY ('{${posts.join()}}') AND ($3::text[] IS NULL OR '${kind}' = ANY ($3))`;
}

/** One entry more than the page, to tell whether more follow. */
export function askInbox(text: string, { kinds, page }: InboxWish, asker: Asker): PreparedStatement {
  const [dueAt = null, kind = null, thingId = null] = page.from ?? [];
  return {
    name: asker.sharesPlans ? 'inbox' : undefined,
    text,
    values: [asker.regionId, asker.now, kinds, dueAt, kind, thingId, page.backwards, page.size + 1],
  };
}
