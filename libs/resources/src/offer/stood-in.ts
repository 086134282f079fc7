import type { Span } from '#calendar';
import { sql, type Sql } from '#reads';

/** Whether what began at `since` and ended at `until`, if it has, stood at some time of the span. */
export function stoodIn({ startsAt, endsAt }: Span, since: Sql, until: Sql): Sql {
  return sql`${since} < ${endsAt} AND (${until} IS NULL OR ${until} >= ${startsAt})`;
}
