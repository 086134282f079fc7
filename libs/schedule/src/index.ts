export { ScheduleKind } from './kind/schedule-kind.enum.js';
export { ScheduleKinds } from './kind/schedule-kinds.js';
export { FROM, TO, within, type ScheduledKind } from './kind/scheduled-kind.js';
export { type ScheduleEntry } from './entry/schedule.js';
export { ScheduleState } from './kind/schedule-state.enum.js';
export { ScheduleService } from './entry/schedule.service.js';
export { SCHEDULE_CHAT, SCHEDULE_WORDS } from './schedule.words.js';
export { ScheduleModule } from './schedule.module.js';
