import { localDayOf } from '#calendar';
import { timeZoneOf } from '#network';
import { ASKER, sql, write } from '#reads';
import type { TenantTransaction } from '#tenancy';
import type { Meeting } from '../meeting/meeting.entity.js';
import { ACTION_COLUMNS, beforeMeeting, standsBefore } from './open-actions.js';

/** An action of an earlier meeting that a later one hears of first. */
export interface StandingAction {
  readonly what: string;
  readonly unit: string;
  /** The last local day on which it is in time. */
  readonly dueOn: string;
  /** Its last day is over, or was when the meeting began. */
  readonly isOverdue: boolean;
}

/** What stands first on the agenda of a meeting by itself, what is overdue on top; as far as the actor may read it. */
export async function listStandingActions(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'id' | 'networkId' | 'begunAt'>,
): Promise<StandingAction[]> {
  const statement = sql`SELECT action.what, unit.name AS unit, action.due_on::text AS "dueOn"
    FROM action JOIN unit ON unit.region_id = ${ASKER.regionId} AND unit.id = action.unit_id
    WHERE action.region_id = ${ASKER.regionId} AND ${standsBefore(ACTION_COLUMNS, beforeMeeting(meeting))}
    ORDER BY action.due_on, action.id`;
  const { text, values } = write(statement, { asker: tx.asker });
  const rows = await tx.query<Omit<StandingAction, 'isOverdue'>>(text, values);
  if (rows.length === 0) return [];
  const today = String(localDayOf(meeting.begunAt ?? tx.now, await timeZoneOf(tx)));
  return rows.map((row) => ({ ...row, isOverdue: row.dueOn < today }));
}
