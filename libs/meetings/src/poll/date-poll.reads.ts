import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, ASKER, desc, listOf, readsOf, sql, type Columns, type Sql } from '#reads';
import { Meeting } from '../meeting/meeting.entity.js';
import { LONGEST_MS } from '../meeting/meeting.policy.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { DatePollAnswer } from './date-poll-answer.entity.js';
import { DatePollSpan } from './date-poll-span.entity.js';
import { DatePoll } from './date-poll.entity.js';
import type { DatePollFilter } from './date-poll.inputs.js';

const LONGEST = sql`${LONGEST_MS / 1000} * interval '1 second'`;

/** Of a joint meeting all members, of a working one those chosen, as they take part in the network now. */
function isAsked(
  {
    networkId,
    openNetworkId,
    readerUnitIds,
  }: Pick<Columns<DatePoll>, 'networkId' | 'openNetworkId' | 'readerUnitIds'>,
  isUnit: Sql,
): Sql {
  return sql`FROM membership asked WHERE asked.region_id = ${ASKER.regionId} AND asked.network_id = ${networkId}
    AND asked.state = 'ACTIVE' AND ${isUnit}
    AND (asked.unit_id = ANY (${readerUnitIds}) OR (${openNetworkId} IS NOT NULL AND asked.role <> 'GUEST'))`;
}

const NEVER_FEWER = (span: Columns<DatePollSpan>): Sql =>
  sql`greatest(0, (SELECT count(*) ${isAsked(span, sql`asked.role <> 'GUEST'`)})
    - ${span.yesCount} - ${span.ifNeedBeCount} - ${span.noCount})::integer`;

const OWN_CHOICE = ({ id, pollId }: Columns<DatePollSpan>): Sql =>
  sql`(SELECT CASE WHEN ${id} = ANY (own.yes_span_ids) THEN 'YES' WHEN ${id} = ANY (own.if_need_be_span_ids) THEN 'IF_NEED_BE'
      WHEN ${id} = ANY (own.no_span_ids) THEN 'NO' END
    FROM date_poll_answer own WHERE own.region_id = ${ASKER.regionId} AND own.poll_id = ${pollId}
      AND own.unit_id = ${ASKER.unitId} AND own.ended_at IS NULL)`;

/** What is then, of the same network where somebody asked is invited, and what the asker is invited to wherever it is. */
function clashesWith(meeting: Columns<Meeting>, span: Columns<DatePollSpan>) {
  const { networkId, openNetworkId, readerUnitIds } = meeting;
  return {
    where: [
      sql`${meeting.startsAt} < ${span.endsAt}`,
      sql`${meeting.endsAt} > ${span.startsAt}`,
      // No meeting lasts longer: the index finds where to begin.
      sql`${meeting.startsAt} > ${span.startsAt} - ${LONGEST}`,
      sql`${meeting.state} IN ('CALLED', 'IN_SESSION')`,
      sql`${meeting.id} <> ${span.meetingId}`,
      sql`(${openNetworkId} IS NOT NULL OR ${ASKER.unitId} = ANY (${readerUnitIds})
        OR (${networkId} = ${span.networkId} AND ${readerUnitIds} && ${span.readerUnitIds}))`,
    ],
    orderBy: [asc(meeting.startsAt), asc(meeting.id)],
  };
}

const POLLED_SPAN_READS = readsOf(DatePollSpan, 'PolledSpan', () => ({}));

const DATE_POLL_SPAN_READS = readsOf(DatePollSpan, 'DatePollSpan', (span) => ({
  choice: span.sql(OWN_CHOICE),
  unansweredCount: span.sql(NEVER_FEWER),
  clashes: span.rows(MEETING_READS, clashesWith),
  shownAs: span.resolverOfEntity(),
  day: span.resolverOfEntity(),
  venue: span.resolverOfEntity(),
}));

const inTime = (span: Columns<DatePollSpan>, where: Sql[]) => ({
  where,
  orderBy: [asc(span.startsAt), asc(span.id)],
});

const DATE_POLL_ANSWER_READS = readsOf(DatePollAnswer, 'DatePollAnswer', (answer) => {
  const named = (ids: 'yesSpanIds' | 'ifNeedBeSpanIds' | 'noSpanIds') =>
    answer.rows(POLLED_SPAN_READS, (span, row) =>
      inTime(span, [sql`${span.pollId} = ${row.pollId}`, sql`${span.id} = ANY (${row[ids]})`]),
    );
  return {
    unit: answer.row(UNIT_READS, { id: 'unitId' }),
    yes: named('yesSpanIds'),
    ifNeedBe: named('ifNeedBeSpanIds'),
    no: named('noSpanIds'),
    unanswered: answer.rows(POLLED_SPAN_READS, (span, { pollId, yesSpanIds, ifNeedBeSpanIds, noSpanIds }) =>
      inTime(span, [
        sql`${span.pollId} = ${pollId}`,
        sql`${span.struckAt} IS NULL`,
        sql`${span.id} <> ALL (${yesSpanIds} || ${ifNeedBeSpanIds} || ${noSpanIds})`,
      ]),
    ),
  };
});

export const DATE_POLL_READS = readsOf(DatePoll, 'DatePoll', (poll) => ({
  network: poll.row(NETWORK_READS, { id: 'networkId' }),
  meeting: poll.row(MEETING_READS, { id: 'meetingId' }),
  askedUnits: poll.rows(UNIT_READS, (unit, row) => ({
    where: [sql`EXISTS (SELECT ${isAsked(row, sql`asked.unit_id = ${unit.id}`)})`],
    orderBy: [asc(unit.code), asc(unit.id)],
  })),
  spans: poll.rows(DATE_POLL_SPAN_READS, (span, { id }) => inTime(span, [sql`${span.pollId} = ${id}`])),
  best: poll.rows(DATE_POLL_SPAN_READS, (span, { id }) => ({
    where: [sql`${span.pollId} = ${id}`, sql`${span.struckAt} IS NULL`, sql`${span.startsAt} > ${ASKER.now}`],
    orderBy: [
      desc(sql`${span.yesCount} + ${span.ifNeedBeCount}`),
      desc(span.yesCount),
      asc(span.startsAt),
      asc(span.id),
    ],
  })),
  chosenSpan: poll.row(
    DATE_POLL_SPAN_READS,
    (span, { id }) => sql`${span.pollId} = ${id} AND ${span.chosenAt} IS NOT NULL`,
  ),
  answers: poll.rows(DATE_POLL_ANSWER_READS, (answer, { id }) => ({
    where: [sql`${answer.pollId} = ${id}`, sql`${answer.endedAt} IS NULL`],
    orderBy: [asc(answer.unitId), asc(answer.id)],
  })),
  auditLines: poll.page(AUDIT_LINES, linesOf('DatePoll')),
  chatText: poll.resolverOfEntity(),
}));

/** Those that one is asked; for a committee all of its networks. */
export const DATE_POLLS = listOf(DATE_POLL_READS, {
  name: 'datePolls',
  where: (poll, { networkId, states }: DatePollFilter) => [
    networkId && sql`${poll.networkId} = ${networkId}`,
    states && sql`${poll.state} = ANY (${states})`,
  ],
  orderBy: ({ openedAt, id }) => [desc(openedAt), desc(id)],
});

/** What polls add to a meeting. */
export const DATE_POLL_TYPES = [
  POLLED_SPAN_READS,
  DATE_POLL_SPAN_READS,
  DATE_POLL_ANSWER_READS,
  DATE_POLL_READS,
  readsOf(Meeting, 'Meeting', (meeting) => ({
    datePolls: meeting.rows(DATE_POLL_READS, (poll, { id }) => ({
      where: [sql`${poll.meetingId} = ${id}`],
      orderBy: [asc(poll.openedAt), asc(poll.id)],
    })),
  })),
];
