import { AgendaItem } from './agenda/agenda-item.entity.js';
import { MeetingAnswer } from './answer/meeting-answer.entity.js';
import { MeetingCall } from './meeting/meeting-call.entity.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingMove } from './move/meeting-move.entity.js';

export const MEETINGS_ENTITIES = [AgendaItem, Meeting, MeetingAnswer, MeetingCall, MeetingMove];
