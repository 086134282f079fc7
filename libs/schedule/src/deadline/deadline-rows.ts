import { ZONE, type WaitingKind } from '#inbox';
import { FROM, TO } from '../kind/scheduled-kind.js';

const LOCAL = `(one.due_at AT TIME ZONE ${ZONE})`;
/** What ends with a day, at midnight, is of that day: nobody looks for it on the next. */
const DAY = `CASE WHEN ${LOCAL}::time = '00:00' THEN ${LOCAL}::date - 1 END`;

/**
 * What waits by then, as the inbox finds it: no rule of it is said again. Put off it is the same deadline, counted by
 * what holds its term.
 */
export function deadlineRows({ posts, rows, termVersion }: WaitingKind): string {
  return `
    SELECT due.thing_id AS row_id, due.thing_id AS named_id, due.thing_id, due.network_id, due.unit_id, due.title, NULL::text AS place,
      CASE WHEN due.day IS NULL THEN due.due_at ELSE due.day::timestamp AT TIME ZONE ${ZONE} END AS starts_at, due.due_at AS ends_at,
      'CONFIRMED' AS state, ${termVersion === undefined ? '0' : `(${termVersion})`} AS sequence, due.since AS changed_at, NULL::json AS details, due.day
    FROM (SELECT one.*, ${DAY} AS day FROM (${rows}) one
      WHERE app.role() = ANY ('{${posts.join()}}') AND one.due_at >= ${FROM}) due
    WHERE CASE WHEN due.day IS NULL THEN due.due_at < ${TO}
      ELSE due.due_at > ${FROM} AND due.day::timestamp AT TIME ZONE ${ZONE} < ${TO} END`;
}
