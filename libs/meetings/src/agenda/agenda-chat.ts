import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
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

/** The lines of a notice that say what a meeting talks about; none when nothing is on its agenda. */
export async function writeAgenda(tx: TenantTransaction, meetingId: string): Promise<string[]> {
  const items = await tx.manager.find(AgendaItem, {
    where: { regionId: tx.regionId, meetingId, state: AgendaItemState.TAKEN },
    order: { place: 'ASC', id: 'ASC' },
  });
  const lines = items.map(({ title, minutes }, at) => {
    const blanks = { place: at + 1, title: hidePhones(title) };
    return minutes === null ? AGENDA_CHAT.item(blanks) : AGENDA_CHAT.itemWithMinutes({ ...blanks, minutes });
  });
  return lines.length > 0 ? [AGENDA_CHAT.agenda, ...lines] : [];
}
