export { countAttendance } from './attendance/count-attendance.js';
export { MeetingState } from './meeting/meeting.entity.js';
export { MEETINGS_ENTITIES } from './meetings.entities.js';
export { MEETINGS_READ_TYPES } from './meetings.reads.js';
export { MEETINGS_WORDS } from './meetings.words.js';
export { MeetingsModule } from './meetings.module.js';
export { MeetingPapers } from './paper/meeting-papers.js';
export { PAPER_NAMES, PaperKind } from './paper/paper-kind.js';
