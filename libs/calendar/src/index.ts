export { writeChineseDay, writeChineseSpan, writeChineseTime } from './chinese-time.js';
export {
  DayCalendar,
  type CalendarDay,
  type CalendarYear,
  type DayClass,
  type DayFacts,
} from './day-calendar.js';
export {
  announceYear,
  dayCalendarOf,
  findCalendarYear,
  loadDayCalendar,
  readDayCalendar,
  seedCalendar,
  type StoredYear,
  type YearDraft,
} from './day-calendar.store.js';
export { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from './epoch-day.js';
export { instantAt, localDayOf, spanOfDay, type Span } from './local-time.js';
export { writeChineseRecurrence } from './recurrence/chinese-recurrence.js';
export { recurrenceDays } from './recurrence/recurrence-days.js';
export {
  BadRecurrence,
  parseRecurrence,
  type RecurrenceRule,
  type RuleFault,
} from './recurrence/recurrence-rule.js';
export { Zone } from './zone.js';
