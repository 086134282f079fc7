import { MEETING_RECORD_WORDS } from './record/record.words.js';
import { SERIES_WORDS } from './series/series.words.js';
import { ACTION_CHAT, ACTION_STATES, ACTION_WORDS } from './action/action.words.js';
import { AGENDA_CHAT, AGENDA_STATES, AGENDA_WORDS } from './agenda/agenda.words.js';
import { DATE_POLL_CHAT, DATE_POLL_STATES, DATE_POLL_WORDS } from './poll/date-poll.words.js';
import { ATTENDANCE_WORDS } from './attendance/attendance.words.js';
import { MEETING_ANSWER_WORDS, PROXY_OBSTACLES } from './answer/meeting-answer.words.js';
import { MEETING_OFFER_STATES, MEETING_OFFER_WORDS } from './booking/meeting-offer.words.js';
import { MINUTES_CHAT, MINUTES_STATES, MINUTES_WORDS } from './minutes/minutes.words.js';
import {
  MEETING_CHAT,
  MEETING_KINDS,
  MEETING_STATES,
  MEETING_WORDS,
  QUORUM_RULES,
} from './meeting/meeting.words.js';
import { BALLOT_FAULTS, MOTION_STATES, MOTION_WORDS } from './motion/motion.words.js';
import { OBJECTION_STATES, OBJECTION_WORDS } from './objection/objection.words.js';
import { MEETING_FIGURE_WORDS } from './attendance/meeting-figures.words.js';
import { MEETING_SCHEDULE_CHAT } from './meeting/meeting-schedule.words.js';
import { MEETINGS_INBOX_WORDS } from './meetings-inbox.words.js';
import { MEETING_MESSAGE_WORDS } from './meeting/meeting-message.words.js';

/** This library's part of the catalogue. */
export const MEETINGS_WORDS = {
  meetingFigures: MEETING_FIGURE_WORDS,
  action: ACTION_WORDS,
  actionChat: ACTION_CHAT,
  actionStates: ACTION_STATES,
  agenda: AGENDA_WORDS,
  agendaChat: AGENDA_CHAT,
  agendaStates: AGENDA_STATES,
  attendance: ATTENDANCE_WORDS,
  ballotFaults: BALLOT_FAULTS,
  datePoll: DATE_POLL_WORDS,
  datePollChat: DATE_POLL_CHAT,
  datePollStates: DATE_POLL_STATES,
  meeting: MEETING_WORDS,
  meetingAnswer: MEETING_ANSWER_WORDS,
  meetingChat: MEETING_CHAT,
  meetingMessages: MEETING_MESSAGE_WORDS,
  meetingKinds: MEETING_KINDS,
  meetingOffer: MEETING_OFFER_WORDS,
  meetingOfferStates: MEETING_OFFER_STATES,
  meetingRecord: MEETING_RECORD_WORDS,
  meetingSeries: SERIES_WORDS,
  meetingScheduleChat: MEETING_SCHEDULE_CHAT,
  meetingStates: MEETING_STATES,
  meetingsInbox: MEETINGS_INBOX_WORDS,
  minutes: MINUTES_WORDS,
  minutesChat: MINUTES_CHAT,
  minutesStates: MINUTES_STATES,
  motion: MOTION_WORDS,
  motionStates: MOTION_STATES,
  objection: OBJECTION_WORDS,
  objectionStates: OBJECTION_STATES,
  proxyObstacles: PROXY_OBSTACLES,
  quorumRules: QUORUM_RULES,
};
