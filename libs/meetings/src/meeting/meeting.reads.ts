import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { MEETING_ANSWER_READS } from '../answer/meeting-answer.reads.js';
import { codeOfUnit } from '../invitation/unit-code.js';
import { MEETING_MOVE_READS } from '../move/meeting-move.reads.js';
import { MeetingCall } from './meeting-call.entity.js';
import { Meeting } from './meeting.entity.js';
import { MeetingOrder, NetworkMeetingFilter, type MeetingFilter } from './meeting.inputs.js';

const MEETING_CALL_READS = readsOf(MeetingCall, 'MeetingCall', (call) => ({
  invitedUnits: call.rows(UNIT_READS, (unit, { invitedUnitIds }) => ({
    where: [sql`${unit.id} = ANY (${invitedUnitIds})`],
    orderBy: [asc(unit.code), asc(unit.id)],
  })),
  answers: call.rows(MEETING_ANSWER_READS, (answer, { id }) => ({
    where: [sql`${answer.meetingId} = ${id}`, sql`${answer.endedAt} IS NULL`],
    orderBy: [asc(codeOfUnit(answer.unitId)), asc(answer.id)],
  })),
  moves: call.rows(MEETING_MOVE_READS, (move, { id }) => ({
    where: [sql`${move.meetingId} = ${id}`],
    orderBy: [asc(move.round), asc(move.id)],
  })),
  reminderText: call.resolverOfEntity(),
}));

export const MEETING_READS = readsOf(Meeting, 'Meeting', (meeting) => ({
  network: meeting.row(NETWORK_READS, { id: 'networkId' }),
  call: meeting.row(MEETING_CALL_READS, { id: 'id' }),
  auditLines: meeting.page(AUDIT_LINES, linesOf('Meeting')),
  chatText: meeting.resolverOfEntity(),
}));

const ORDERS: Record<MeetingOrder, (meeting: Columns<Meeting>) => Order[]> = {
  STARTS_AT_ASC: ({ startsAt, id }) => [asc(startsAt), asc(id)],
  STARTS_AT_DESC: ({ startsAt, id }) => [desc(startsAt), desc(id)],
};

interface MeetingWish {
  /** A network may be given by its row. */
  readonly filter: Omit<MeetingFilter, 'networkId'> & { readonly networkId?: Sql | string | null };
  readonly orderBy: MeetingOrder;
}

interface NetworkMeetingsWish {
  readonly filter: object;
  readonly orderBy: MeetingOrder;
}

/** Those that one is invited to; for a committee its drafts too, for stewards all that were called. */
export const MEETINGS = listOf(MEETING_READS, {
  name: 'meetings',
  where: (meeting, { filter }: MeetingWish) => [
    filter.networkId && sql`${meeting.networkId} = ${filter.networkId}`,
    filter.kinds && sql`${meeting.kind} = ANY (${filter.kinds})`,
    filter.states && sql`${meeting.state} = ANY (${filter.states})`,
    filter.from && sql`${meeting.endsAt} > ${filter.from}`,
    filter.to && sql`${meeting.startsAt} < ${filter.to}`,
  ],
  orderBy: (meeting, { orderBy }: MeetingWish) => ORDERS[orderBy](meeting),
});

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): MeetingWish['filter'] {
  const { kinds, states, from, to } = judgeInput(NetworkMeetingFilter, given, 'filter');
  return { kinds, states, from, to, networkId };
}

export const MEETING_TYPES = [
  MEETING_ANSWER_READS,
  MEETING_MOVE_READS,
  MEETING_CALL_READS,
  MEETING_READS,
  readsOf(Network, 'Network', (network) => ({
    meetings: network.page(MEETINGS, ({ id }, { filter, orderBy }: NetworkMeetingsWish) => ({
      filter: filterOf(filter, id),
      orderBy,
    })),
  })),
];
