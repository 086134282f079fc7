import { ActionNote } from './action/action-note.entity.js';
import { ActionReport } from './action/action-report.entity.js';
import { Action } from './action/action.entity.js';
import { AgendaItem } from './agenda/agenda-item.entity.js';
import { MeetingAnswer } from './answer/meeting-answer.entity.js';
import { AttendanceEntry } from './attendance/attendance-entry.entity.js';
import { AttendanceMonth } from './attendance/attendance-month.entity.js';
import { MeetingSecret } from './attendance/meeting-secret.entity.js';
import { MeetingBooking } from './booking/meeting-booking.entity.js';
import { MeetingOffer } from './booking/meeting-offer.entity.js';
import { MeetingCall } from './meeting/meeting-call.entity.js';
import { DatePollAnswer } from './poll/date-poll-answer.entity.js';
import { DatePollSpan } from './poll/date-poll-span.entity.js';
import { DatePollVenue } from './poll/date-poll-venue.entity.js';
import { DatePoll } from './poll/date-poll.entity.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingSeries } from './series/meeting-series.entity.js';
import { MinutesConfirmation } from './minutes/minutes-confirmation.entity.js';
import { MinutesCorrection } from './minutes/minutes-correction.entity.js';
import { MinutesVersion } from './minutes/minutes-version.entity.js';
import { Minutes } from './minutes/minutes.entity.js';
import { ObjectionCount } from './objection/objection-count.entity.js';
import { ObjectionNote } from './objection/objection-note.entity.js';
import { Objection } from './objection/objection.entity.js';
import { MeetingMove } from './move/meeting-move.entity.js';
import { Motion } from './motion/motion.entity.js';
import { Vote } from './motion/vote.entity.js';

export const MEETINGS_ENTITIES = [
  Action,
  ActionNote,
  ActionReport,
  AgendaItem,
  AttendanceEntry,
  AttendanceMonth,
  DatePoll,
  DatePollAnswer,
  DatePollSpan,
  DatePollVenue,
  MeetingSecret,
  MeetingSeries,
  Meeting,
  MeetingAnswer,
  MeetingBooking,
  MeetingCall,
  MeetingMove,
  MeetingOffer,
  Minutes,
  MinutesConfirmation,
  MinutesCorrection,
  MinutesVersion,
  Objection,
  ObjectionCount,
  ObjectionNote,
  Motion,
  Vote,
];
