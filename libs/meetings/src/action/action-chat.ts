import { localDayOf } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import { writeChineseDate } from '#print';
import type { TenantTransaction } from '#tenancy';
import { Meeting } from '../meeting/meeting.entity.js';
import { ActionState, type Action } from './action.entity.js';
import { ACTION_CHAT } from './action.words.js';

/** A reminder of what a unit owes, or how it ended, in plain Chinese for the group chat. */
export async function writeActionChat(tx: TenantTransaction, action: Action): Promise<string> {
  const unit = await tx.find(Unit, action.unitId);
  const meeting = await tx.find(Meeting, action.meetingId);
  const isOpen = action.state === ActionState.OPEN;
  const days = isOpen ? await daysLate(tx, action.dueOn) : 0;
  return joinChat([
    headlineOf(
      action.state,
      days > 0,
    )({
      unit: unit?.name ?? ACTION_CHAT.aUnit,
      what: hidePhones(action.what),
    }),
    isOpen ? dueLine(action.dueOn, days) : null,
    meeting ? ACTION_CHAT.meeting({ title: hidePhones(meeting.title) }) : null,
    action.reason === null ? null : ACTION_CHAT.reason({ reason: hidePhones(action.reason) }),
    isOpen ? ACTION_CHAT.report : null,
  ]);
}

function headlineOf(state: ActionState, isLate: boolean) {
  if (state === ActionState.DONE) return ACTION_CHAT.done;
  if (state === ActionState.DROPPED) return ACTION_CHAT.dropped;
  return isLate ? ACTION_CHAT.overdue : ACTION_CHAT.reminder;
}

function dueLine(dueOn: string, days: number): string {
  const day = writeChineseDate(dueOn);
  if (days > 0) return ACTION_CHAT.late({ day, days });
  return days === 0 ? ACTION_CHAT.dueToday({ day }) : ACTION_CHAT.due({ day });
}

/** Days by which its last day is over; negative as long as it is ahead. */
async function daysLate(tx: TenantTransaction, dueOn: string): Promise<number> {
  const today = localDayOf(tx.now, await timeZoneOf(tx));
  return today.since(dueOn, { largestUnit: 'days' }).days;
}
