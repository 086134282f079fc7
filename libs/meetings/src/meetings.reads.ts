import { AGENDA_TYPES } from './agenda/agenda-links.reads.js';
import { ATTENDANCE_TYPES } from './attendance/attendance.reads.js';
import { DATE_POLL_TYPES } from './poll/date-poll.reads.js';
import { SERIES_TYPES } from './series/series.reads.js';
import { MOTION_TYPES } from './motion/motion.reads.js';
import { MEETING_TYPES } from './meeting/meeting.reads.js';

/** How everything that this library knows is read. */
export const MEETINGS_READ_TYPES = [
  ...MEETING_TYPES,
  ...AGENDA_TYPES,
  ...ATTENDANCE_TYPES,
  ...SERIES_TYPES,
  ...MOTION_TYPES,
  ...DATE_POLL_TYPES,
];
