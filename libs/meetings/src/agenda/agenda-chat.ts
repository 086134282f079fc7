import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import { writeChineseDate } from '#print';
import type { TenantTransaction } from '#tenancy';
import { listStandingActions, type StandingAction } from '../action/standing-actions.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { AgendaItem, AgendaItemState } from './agenda-item.entity.js';
import { AGENDA_CHAT, AGENDA_STATES } from './agenda.words.js';

/** What became of an item, in plain Chinese for the group chat. */
export async function writeItemChat(tx: TenantTransaction, item: AgendaItem): Promise<string> {
  const unit = await tx.find(Unit, item.unitId);
  const meeting = await tx.find(Meeting, item.meetingId);
  return joinChat([
    AGENDA_CHAT.headline({
      unit: unit?.name ?? AGENDA_CHAT.aUnit,
      title: hidePhones(item.title),
      state: AGENDA_STATES[item.state].zh,
    }),
    meeting ? AGENDA_CHAT.meeting({ title: hidePhones(meeting.title) }) : null,
    item.reason === null ? null : AGENDA_CHAT.reason({ reason: hidePhones(item.reason) }),
  ]);
}

/** A chat is no list: those that are due first stand for all. */
const ACTIONS_NAMED = 10;

/** The lines of a notice that say what a meeting talks about, open actions first; none when nothing is on its agenda. */
export async function writeAgenda(tx: TenantTransaction, meeting: Meeting): Promise<string[]> {
  const standing = await listStandingActions(tx, meeting);
  const items = await tx.manager.find(AgendaItem, {
    where: { regionId: tx.regionId, meetingId: meeting.id, state: AgendaItemState.TAKEN },
    order: { place: 'ASC', id: 'ASC' },
  });
  const first = standing.length > 0 ? 2 : 1;
  const lines = items.map(({ title, minutes }, at) => {
    const blanks = { place: at + first, title: hidePhones(title) };
    return minutes === null ? AGENDA_CHAT.item(blanks) : AGENDA_CHAT.itemWithMinutes({ ...blanks, minutes });
  });
  const all = [...standingLines(standing), ...lines];
  return all.length > 0 ? [AGENDA_CHAT.agenda, ...all] : [];
}

function standingLines(standing: readonly StandingAction[]): string[] {
  if (standing.length === 0) return [];
  const lines = standing.slice(0, ACTIONS_NAMED).map(({ unit, what, dueOn, isOverdue }) => {
    const blanks = { unit, what: hidePhones(what), day: writeChineseDate(dueOn) };
    return isOverdue ? AGENDA_CHAT.overdueAction(blanks) : AGENDA_CHAT.standingAction(blanks);
  });
  const more = standing.length - lines.length;
  return [AGENDA_CHAT.standing, ...lines, ...(more > 0 ? [AGENDA_CHAT.moreActions({ count: more })] : [])];
}
