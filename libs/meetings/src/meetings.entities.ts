import { AgendaItem } from './agenda/agenda-item.entity.js';
import { MeetingAnswer } from './answer/meeting-answer.entity.js';
import { AttendanceEntry } from './attendance/attendance-entry.entity.js';
import { MeetingSecret } from './attendance/meeting-secret.entity.js';
import { MeetingCall } from './meeting/meeting-call.entity.js';
import { DatePollAnswer } from './poll/date-poll-answer.entity.js';
import { DatePollSpan } from './poll/date-poll-span.entity.js';
import { DatePollVenue } from './poll/date-poll-venue.entity.js';
import { DatePoll } from './poll/date-poll.entity.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingSeries } from './series/meeting-series.entity.js';
import { MeetingMove } from './move/meeting-move.entity.js';
import { Motion } from './motion/motion.entity.js';
import { Vote } from './motion/vote.entity.js';

export const MEETINGS_ENTITIES = [
  AgendaItem,
  AttendanceEntry,
  DatePoll,
  DatePollAnswer,
  DatePollSpan,
  DatePollVenue,
  MeetingSecret,
  MeetingSeries,
  Meeting,
  MeetingAnswer,
  MeetingCall,
  MeetingMove,
  Motion,
  Vote,
];
