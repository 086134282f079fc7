import type { KeysetList } from '#graphql';
import { gatheringStatement } from '#reads';
import type { Asker, PreparedStatement } from '#tenancy';
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

/** Takes the region, the present, and what is asked for: kinds, a network, and until when. */
export function inboxStatement(kinds: readonly WaitingKind[]): string {
  return gatheringStatement({
    list: INBOX_ORDER,
    types: ['timestamptz', 'text', 'uuid'],
    branches: kinds.map(branch),
    parameters: 5,
    derived: [`coalesce(w.due_at, 'infinity') AS due_key`],
    counted: ['count(*) AS "count"', 'app.instant(min(w.due_at)) AS "nextDueAt"'],
    told: {
      kind: 'p.kind',
      thingId: 'p.thing_id',
      networkId: 'p.network_id',
      unitId: 'p.unit_id',
      title: 'p.title',
      since: 'app.instant(p.since)',
      dueAt: 'app.instant(p.due_at)',
      isOverdue: 'coalesce(p.due_at <= $2::timestamptz, false)',
    },
  });
}

/** What stands for all that waits, so that one sees whether it is another; when the next term lapses, and of which things. */
export function markStatement(kinds: readonly WaitingKind[]): string {
  return `SELECT (WITH waiting AS MATERIALIZED (${kinds.map(branch).join('\n    UNION ALL')})
  SELECT json_build_object(
    'mark', coalesce(md5(string_agg(concat_ws(' ', w.kind, w.thing_id, w.due_at, w.due_at <= $2::timestamptz), ','
      ORDER BY w.kind, w.thing_id)), ''),
    'lapsesAt', app.instant(min(w.due_at) FILTER (WHERE w.due_at > $2::timestamptz)),
    'thingIds', coalesce(json_agg(w.thing_id), '[]'),
    'unitCode', nullif(app.unit_code(), ''))::text FROM waiting w) AS answer`;
}

export function askMark(text: string, asker: Asker): PreparedStatement {
  return {
    name: asker.sharesPlans ? 'inbox mark' : undefined,
    text,
    values: [asker.regionId, asker.now, null, null, null],
  };
}

/** What is not for the asking post, or not asked for, is ruled out before anything of it is read. */
function branch({ kind, posts, rows }: WaitingKind): string {
  return `
    SELECT '${kind}' AS kind, one.* FROM (${rows}) one
    WHERE app.role() = ANY ('{${posts.join()}}') AND ($3::text[] IS NULL OR '${kind}' = ANY ($3))
      AND ($4::uuid IS NULL OR one.network_id = $4) AND ($5::timestamptz IS NULL OR one.due_at < $5)`;
}
