import { AUDIT_LINES, linesOf, NETWORK_READS } from '#network';
import { asc, ASKER, listOf, readsOf, sql } from '#reads';
import { OFFER_READS } from '#resources';
import { Meeting } from '../meeting/meeting.entity.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { MeetingSeries } from './meeting-series.entity.js';
import type { MeetingSeriesFilter } from './series.inputs.js';

export const MEETING_SERIES_READS = readsOf(MeetingSeries, 'MeetingSeries', (series) => ({
  network: series.row(NETWORK_READS, { id: 'networkId' }),
  venue: series.row(OFFER_READS, { id: 'venueId' }),
  at: series.sql(({ startsMinute }) => startsMinute),
  meetingsAhead: series.rows(MEETING_READS, (meeting, { id }) => ({
    where: [
      sql`${meeting.seriesId} = ${id}`,
      sql`${meeting.endsAt} > ${ASKER.now}`,
      sql`${meeting.state} <> 'CANCELLED'`,
    ],
    orderBy: [asc(meeting.startsAt), asc(meeting.id)],
  })),
  auditLines: series.page(AUDIT_LINES, linesOf('MeetingSeries')),
}));

/** Those of the networks that one convenes. */
export const MEETING_SERIES = listOf(MEETING_SERIES_READS, {
  name: 'meetingSeries',
  where: (series, { networkId }: MeetingSeriesFilter) => [
    networkId && sql`${series.networkId} = ${networkId}`,
  ],
  orderBy: ({ title, id }) => [asc(title), asc(id)],
});

export const SERIES_TYPES = [
  MEETING_SERIES_READS,
  readsOf(Meeting, 'Meeting', (meeting) => ({
    series: meeting.row(MEETING_SERIES_READS, { id: 'seriesId' }),
  })),
];
