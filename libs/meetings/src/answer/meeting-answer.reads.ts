import { UNIT_READS } from '#network';
import { ASKER, readsOf, sql } from '#reads';
import { MeetingAnswer } from './meeting-answer.entity.js';

export const MEETING_ANSWER_READS = readsOf(MeetingAnswer, 'MeetingAnswer', (answer) => ({
  unit: answer.row(UNIT_READS, { id: 'unitId' }),
  proxyUnit: answer.row(UNIT_READS, { id: 'proxyUnitId' }),
  droppedProxyOf: answer.row(UNIT_READS, { id: 'droppedProxyUnitId' }),
  // Who votes for the unit sees the row, and not what it says to the committee.
  remark: answer.sql(
    ({ remark, networkId, proxyUnitId }) =>
      sql`CASE WHEN ${networkId} = ANY (app.convened_network_ids()) OR ${proxyUnitId} IS DISTINCT FROM ${ASKER.unitId}
        THEN ${remark} END`,
  ),
}));
