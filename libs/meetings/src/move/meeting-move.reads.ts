import { readsOf } from '#reads';
import { MeetingMove } from './meeting-move.entity.js';

export const MEETING_MOVE_READS = readsOf(MeetingMove, 'MeetingMove', () => ({}));
