import { Need } from '#needs';
import { asc, ASKER, readsOf, sql, type Columns, type Sql } from '#reads';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AGENDA_ITEM_READS } from './agenda.reads.js';

const ALLOTTED = (meetingId: Sql): Sql =>
  sql`(SELECT coalesce(sum(allotted.minutes), 0) FROM agenda_item allotted
    WHERE allotted.region_id = ${ASKER.regionId} AND allotted.meeting_id = ${meetingId} AND allotted.state = 'TAKEN')`;
const LASTS = (meetingId: Sql): Sql =>
  sql`(SELECT extract(epoch FROM held.ends_at - held.starts_at) / 60 FROM meeting held
    WHERE held.region_id = ${ASKER.regionId} AND held.id = ${meetingId})`;

/** Those on the agenda in their order, then the others, the earliest first. */
function inOrder(item: Columns<AgendaItem>, condition: Sql) {
  // No agenda is as long as that.
  const place = sql`coalesce(${item.place}, 1000000)`;
  return { where: [condition], orderBy: [asc(place), asc(item.proposedAt), asc(item.id)] };
}

/** What agendas add to meetings and needs. */
export const AGENDA_TYPES = [
  AGENDA_ITEM_READS,
  readsOf(AgendaItem, 'AgendaItem', (item) => ({
    meeting: item.row(MEETING_READS, { id: 'meetingId' }),
  })),
  readsOf(MeetingCall, 'MeetingCall', (call) => ({
    agenda: call.rows(AGENDA_ITEM_READS, (item, { id }) => inOrder(item, sql`${item.meetingId} = ${id}`)),
    agendaMinutes: call.sql(({ id }) => sql`${ALLOTTED(id)}::integer`),
    agendaOverrunMinutes: call.sql(
      ({ id }) => sql`greatest(0, ceil(${ALLOTTED(id)} - ${LASTS(id)}))::integer`,
    ),
  })),
  readsOf(Need, 'Need', (need) => ({
    agendaItems: need.rows(AGENDA_ITEM_READS, (item, { id }) => inOrder(item, sql`${item.needId} = ${id}`)),
  })),
];
