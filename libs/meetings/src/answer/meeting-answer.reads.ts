import { UNIT_READS } from '#network';
import { readsOf } from '#reads';
import { MeetingAnswer } from './meeting-answer.entity.js';

export const MEETING_ANSWER_READS = readsOf(MeetingAnswer, 'MeetingAnswer', (answer) => ({
  unit: answer.row(UNIT_READS, { id: 'unitId' }),
  proxyUnit: answer.row(UNIT_READS, { id: 'proxyUnitId' }),
}));
