import { ACTION_TYPES } from './action/action-links.reads.js';
import { AGENDA_TYPES } from './agenda/agenda-links.reads.js';
import { ATTENDANCE_TYPES } from './attendance/attendance.reads.js';
import { DATE_POLL_TYPES } from './poll/date-poll.reads.js';
import { MEETING_OFFER_TYPES } from './booking/meeting-offer.reads.js';
import { SERIES_TYPES } from './series/series.reads.js';
import { MINUTES_TYPES } from './minutes/minutes.reads.js';
import { MOTION_TYPES } from './motion/motion.reads.js';
import { OBJECTION_TYPES } from './objection/objection.reads.js';
import { MEETING_TYPES } from './meeting/meeting.reads.js';

/** How everything that this library knows is read. */
export const MEETINGS_READ_TYPES = [
  ...MEETING_TYPES,
  ...ACTION_TYPES,
  ...AGENDA_TYPES,
  ...ATTENDANCE_TYPES,
  ...SERIES_TYPES,
  ...MEETING_OFFER_TYPES,
  ...MOTION_TYPES,
  ...DATE_POLL_TYPES,
  ...OBJECTION_TYPES,
  ...MINUTES_TYPES,
];
