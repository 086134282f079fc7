import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AGENDA_ITEM_READS } from '../agenda/agenda.reads.js';
import { codeOfUnit } from '../invitation/unit-code.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import type { MotionFilter, MotionOrder } from './motion-filter.inputs.js';
import { Motion } from './motion.entity.js';
import { Vote } from './vote.entity.js';

const VOTE_READS = readsOf(Vote, 'Vote', (vote) => ({
  unit: vote.row(UNIT_READS, { id: 'unitId' }),
  castBy: vote.row(UNIT_READS, { id: 'castById' }),
}));

const CONSENT_READS = readsOf(Motion, 'Consent', (motion) => ({
  majority: motion.sql(({ consentMajority }) => consentMajority),
  asked: motion.sql(({ consentAsked }) => consentAsked),
  for: motion.sql(({ consentFor }) => consentFor),
  against: motion.sql(({ consentAgainst }) => consentAgainst),
  isGiven: motion.resolver('consentMajority', 'consentAsked', 'consentFor', 'consentAgainst'),
}));

const VOTE_COUNT_READS = readsOf(Motion, 'VoteCount', () => ({}));

export const MOTION_READS = readsOf(Motion, 'Motion', (motion) => ({
  network: motion.row(NETWORK_READS, { id: 'networkId' }),
  meeting: motion.row(MEETING_READS, { id: 'meetingId' }),
  agendaItem: motion.row(AGENDA_ITEM_READS, { id: 'agendaItemId' }),
  consent: motion.row(
    CONSENT_READS,
    (same, { id }) => sql`${same.id} = ${id} AND ${same.consentAsked} IS NOT NULL`,
  ),
  count: motion.row(
    VOTE_COUNT_READS,
    (same, { id }) => sql`${same.id} = ${id} AND ${same.closedAt} IS NOT NULL`,
  ),
  votes: motion.rows(VOTE_READS, (vote, { id }) => ({
    where: [sql`${vote.motionId} = ${id}`],
    orderBy: [asc(codeOfUnit(vote.unitId)), asc(vote.id)],
  })),
  auditLines: motion.page(AUDIT_LINES, linesOf('Motion')),
}));

const ORDERS: Record<MotionOrder, (motion: Columns<Motion>) => Order[]> = {
  DRAFTED_AT_ASC: ({ draftedAt, id }) => [asc(draftedAt), asc(id)],
  DRAFTED_AT_DESC: ({ draftedAt, id }) => [desc(draftedAt), desc(id)],
};

interface MotionWish {
  readonly filter: MotionFilter;
  readonly orderBy: MotionOrder;
}

/** Those of the meetings that one is invited to; for a committee those of its drafts too, for stewards none. */
export const MOTIONS = listOf(MOTION_READS, {
  name: 'motions',
  where: (motion, { filter: { networkId, meetingId, states } }: MotionWish) => [
    networkId && sql`${motion.networkId} = ${networkId}`,
    meetingId && sql`${motion.meetingId} = ${meetingId}`,
    states && sql`${motion.state} = ANY (${states})`,
  ],
  orderBy: (motion, { orderBy }: MotionWish) => ORDERS[orderBy](motion),
});

function asDrafted(motion: Columns<Motion>, condition: Sql) {
  return { where: [condition], orderBy: [asc(motion.draftedAt), asc(motion.id)] };
}

/** What motions add to meetings and to their agendas. */
export const MOTION_TYPES = [
  VOTE_READS,
  CONSENT_READS,
  VOTE_COUNT_READS,
  MOTION_READS,
  readsOf(MeetingCall, 'MeetingCall', (call) => ({
    motions: call.rows(MOTION_READS, (motion, { id }) => asDrafted(motion, sql`${motion.meetingId} = ${id}`)),
  })),
  readsOf(AgendaItem, 'AgendaItem', (item) => ({
    motions: item.rows(MOTION_READS, (motion, { id }) =>
      asDrafted(motion, sql`${motion.agendaItemId} = ${id}`),
    ),
  })),
];
