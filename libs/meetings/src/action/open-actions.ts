import { ASKER, raw, sql, write, type Columns, type Sql } from '#reads';
import type { TenantTransaction } from '#tenancy';
import type { Meeting } from '../meeting/meeting.entity.js';
import type { Action } from './action.entity.js';

const REGION = ASKER.regionId;

type Standing = Pick<
  Columns<Action>,
  'id' | 'networkId' | 'openNetworkId' | 'meetingId' | 'state' | 'createdAt' | 'settledAt'
>;

interface Before {
  readonly id: Sql;
  readonly networkId: Sql;
}

/** Where an action stood at an instant that is over: as the last note before it says. */
const stoodAt = (action: Standing, instant: Sql): Sql =>
  sql`coalesce((SELECT said.state FROM action_note said
    WHERE said.region_id = ${REGION} AND said.action_id = ${action.id} AND said.noted_at <= ${instant}
    ORDER BY said.place DESC LIMIT 1), 'OPEN')`;

/** A working meeting goes on with what everybody invited to it was told: earlier ones to which all of these were invited. */
const CIRCLE = sql`(SELECT now.invited_unit_ids <@ before.invited_unit_ids FROM meeting_call now
  JOIN meeting_call before ON before.region_id = ${REGION} AND before.id = earlier.id
  WHERE now.region_id = ${REGION} AND now.id = here.id)`;

/**
 * Whether an action may stand before a meeting: of its network, written down before it began and not settled for good
 * by then. So much an index tells (`action_by_span`), behind the wall too; only the notes tell what was reopened since.
 */
function mayStandBefore(action: Standing, { id, networkId }: Before): Sql {
  const begun = sql`(SELECT coalesce(held.begun_at, 'infinity') FROM meeting held WHERE held.region_id = ${REGION} AND held.id = ${id})`;
  const { openNetworkId, settledAt } = action;
  return sql`CASE WHEN ${openNetworkId} IS NULL THEN ${action.networkId} ELSE ${openNetworkId} END = ${networkId}
    AND CASE WHEN ${settledAt} IS NULL THEN 'infinity' ELSE ${settledAt} END >= ${begun}
    AND ${action.createdAt} <= ${begun}`;
}

/**
 * Whether an action stands before a meeting: decided by an earlier one of the same kind of circle, and open; of a
 * meeting that has begun, open when it began.
 */
export function standsBefore(action: Standing, meeting: Before): Sql {
  return sql`${mayStandBefore(action, meeting)} AND EXISTS (SELECT FROM meeting here
    JOIN meeting earlier ON earlier.region_id = ${REGION} AND earlier.id = ${action.meetingId}
      AND earlier.network_id = here.network_id AND earlier.starts_at < here.starts_at
      AND (earlier.kind = 'WORKING') = (here.kind = 'WORKING')
    WHERE here.region_id = ${REGION} AND here.id = ${meeting.id} AND here.state <> 'CANCELLED'
      AND (here.kind <> 'WORKING' OR ${CIRCLE})
      AND CASE WHEN here.begun_at IS NULL THEN ${action.state} = 'OPEN'
        ELSE ${stoodAt(action, sql`here.begun_at`)} = 'OPEN' END)`;
}

/** Those of an action that a statement of its own reads. */
export const ACTION_COLUMNS: Standing = {
  id: raw('action.id'),
  networkId: raw('action.network_id'),
  openNetworkId: raw('action.open_network_id'),
  meetingId: raw('action.meeting_id'),
  state: raw('action.state'),
  createdAt: raw('action.created_at'),
  settledAt: raw('action.settled_at'),
};

/** A meeting that is at hand, for a statement of its own. */
export function beforeMeeting({ id, networkId }: Pick<Meeting, 'id' | 'networkId'>): Before {
  return { id: sql`${id}::uuid`, networkId: sql`${networkId}::uuid` };
}

/** Whether it does, for who asks. */
export async function standsBeforeMeeting(
  tx: TenantTransaction,
  { id }: Pick<Action, 'id'>,
  meeting: Pick<Meeting, 'id' | 'networkId'>,
): Promise<boolean> {
  const stands = standsBefore(ACTION_COLUMNS, beforeMeeting(meeting));
  const statement = sql`SELECT 1 AS stands FROM action
    WHERE action.region_id = ${REGION} AND action.id = ${id} AND ${stands}`;
  const { text, values } = write(statement, { asker: tx.asker });
  return (await tx.query(text, values)).length > 0;
}
