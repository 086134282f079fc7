import type { WatchedThing } from '#changes';
import type { Asker, PreparedStatement } from '#tenancy';
import { z } from 'zod';

/** Acts in one answer; more follow in the next. */
export const MOST_ACTS = 100;

const Seen = z.object({
  isThere: z.boolean(),
  owner: z.string().nullable(),
  mark: z.string().nullable(),
  unitCode: z.string().nullable(),
  acts: z.array(
    z.object({
      position: z.int(),
      at: z.coerce.date(),
      thingType: z.string(),
      part: z.string(),
      act: z.string(),
      unitId: z.uuid(),
    }),
  ),
});

/** What one post sees of a thing, and of what was done to it. */
export type Seen = z.infer<typeof Seen>;

export function readSeen(answer: unknown): Seen {
  return Seen.parse(JSON.parse(String(answer)));
}

export interface ThingWish {
  readonly id: string;
  /** After this position, up to that. */
  readonly from: number;
  readonly to: number;
}

/** Row policies say whether the thing is there, and which of the acts this post may read. */
export function askThing(
  watched: WatchedThing,
  { id, from, to }: ThingWish,
  asker: Asker,
): PreparedStatement {
  return {
    name: asker.sharesPlans ? `live ${watched.type}` : undefined,
    text: textOf(watched),
    values: [asker.regionId, id, from, to],
  };
}

function textOf({ table, condition, parts, mark, owner }: WatchedThing): string {
  const things = ['$2', ...Object.values(parts)].map((ids) => `e.thing_id IN (${ids})`).join(' OR ');
  return `SELECT (SELECT json_build_object(
    'isThere', count(t.id) > 0,
    'owner', min(${owner ? `t.${owner}::text` : 'NULL'}),
    'mark', ${mark ?? 'NULL'},
    'unitCode', nullif(app.unit_code(), ''),
    'acts', (SELECT coalesce(json_agg(json_build_object('position', a.position, 'at', app.instant(a.at),
        'thingType', a.thing_type, 'part', a.part, 'act', a.act, 'unitId', a.unit_id) ORDER BY a.position), '[]')
      FROM (SELECT e.position, e.at, e.thing_type, e.part, e.act, e.unit_id FROM change_event e
        WHERE e.region_id = $1 AND e.position > $3 AND e.position <= $4 AND (${things})
        ORDER BY e.position LIMIT ${MOST_ACTS}) a))::text
    FROM ${table} t WHERE t.region_id = $1 AND t.id = $2${condition ? ` AND ${condition}` : ''}) AS answer`;
}
