export { MEETINGS_ENTITIES } from './meetings.entities.js';
export { MEETINGS_READ_TYPES } from './meetings.reads.js';
export { MEETINGS_WORDS } from './meetings.words.js';
export { MeetingsModule } from './meetings.module.js';
