import type { WaitingKind } from '#inbox';
import { ACTION_INBOX } from './action/action.inbox.js';
import { AGENDA_INBOX } from './agenda/agenda.inbox.js';
import { MEETING_ANSWER_INBOX } from './answer/meeting-answer.inbox.js';
import { MEETING_INBOX } from './meeting/meeting.inbox.js';
import { MINUTES_INBOX } from './minutes/minutes.inbox.js';
import { MOTION_INBOX } from './motion/motion.inbox.js';
import { OBJECTION_INBOX } from './objection/objection.inbox.js';
import { DATE_POLL_INBOX } from './poll/date-poll.inbox.js';

/** What of this library waits for whom. */
export const MEETINGS_INBOX: readonly WaitingKind[] = [
  ...ACTION_INBOX,
  ...AGENDA_INBOX,
  ...DATE_POLL_INBOX,
  ...MEETING_ANSWER_INBOX,
  ...MEETING_INBOX,
  ...MINUTES_INBOX,
  ...MOTION_INBOX,
  ...OBJECTION_INBOX,
];
