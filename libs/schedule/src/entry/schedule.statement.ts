import type { KeysetList } from '#graphql';
import type { WaitingKind } from '#inbox';
import { gatheringStatement } from '#reads';
import { deadlineRows } from '../deadline/deadline-rows.js';
import { ScheduleKind } from '../kind/schedule-kind.enum.js';
import type { ScheduledKind } from '../kind/scheduled-kind.js';

export const SCHEDULE_ORDER: KeysetList = {
  name: 'schedule',
  order: [
    { expression: 'starts_at', direction: 'ASC' },
    { expression: 'source', direction: 'ASC' },
    { expression: 'row_id', direction: 'ASC' },
  ],
};

/** Takes the region, the present, the span, and which kinds, states and network are asked for. */
export function scheduleStatement(kinds: readonly ScheduledKind[], waiting: readonly WaitingKind[]): string {
  return gatheringStatement({
    list: SCHEDULE_ORDER,
    types: ['timestamptz', 'text', 'uuid'],
    branches: [
      ...kinds.map(({ kind, rows }) =>
        branch(kind, kind, `SELECT found.*, NULL::date AS day FROM (${rows}) found`),
      ),
      ...waiting.map((one) => branch(ScheduleKind.DEADLINE, one.kind, deadlineRows(one))),
    ],
    parameters: 7,
    derived: [],
    counted: ['count(*) AS "count"'],
    told: {
      kind: 'p.kind',
      source: 'p.source',
      namedId: 'p.named_id',
      thingId: 'p.thing_id',
      networkId: 'p.network_id',
      unitId: 'p.unit_id',
      title: 'p.title',
      place: 'p.place',
      startsAt: 'app.instant(p.starts_at)',
      endsAt: 'app.instant(p.ends_at)',
      day: 'p.day',
      state: 'p.state',
      sequence: 'p.sequence',
      changedAt: 'app.instant(p.changed_at)',
      details: 'p.details',
    },
  });
}

/** What is not asked for is ruled out before anything of it is read. `source` tells deadlines apart. */
function branch(kind: ScheduleKind, source: string, rows: string): string {
  return `
    SELECT '${kind}' AS kind, '${source}' AS source, one.* FROM (${rows}) one
    WHERE ($5::text[] IS NULL OR '${kind}' = ANY ($5)) AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7)`;
}
