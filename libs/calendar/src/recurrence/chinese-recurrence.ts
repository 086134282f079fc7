import { weekdayOf } from '../epoch-day.js';
import type { Frequency, RecurrenceRule, RuleDay } from './recurrence-rule.js';
import { datesIn } from './year-month.js';

const WEEKDAYS = '日一二三四五六';
const UNITS: Record<Frequency, readonly [one: string, several: string]> = {
  DAILY: ['天', '天'],
  WEEKLY: ['周', '周'],
  MONTHLY: ['月', '个月'],
  YEARLY: ['年', '年'],
};

/** `每周三`, `每2周的周一、周三`, `每月第二个周三`, `每月最后一天`; how often or until when is not said. */
export function writeChineseRecurrence(rule: RecurrenceRule, firstDay: number): string {
  const [one, several] = UNITS[rule.frequency];
  const every = rule.interval === 1 ? `每${one}` : `每${rule.interval}${several}`;
  const days = daysOf(rule, firstDay);
  if (days === '') return every;
  if (rule.frequency === 'WEEKLY' && rule.interval === 1) return `每${days}`;
  return rule.interval === 1 && rule.frequency !== 'DAILY' ? `${every}${days}` : `${every}的${days}`;
}

function daysOf({ frequency, byDay, byMonthDay }: RecurrenceRule, firstDay: number): string {
  const weekdays = byDay.map(writeWeekday).join('、');
  const dates = byMonthDay.map(writeDate).join('、');
  if (dates && weekdays) return `${dates}中的${weekdays}`;
  if (dates || weekdays) return dates || weekdays;
  const { month, date } = datesIn(firstDay);
  switch (frequency) {
    case 'DAILY':
      return '';
    case 'WEEKLY':
      return writeWeekday({ weekday: weekdayOf(firstDay), ordinal: null });
    case 'MONTHLY':
      return writeDate(date);
    case 'YEARLY':
      return `${month + 1}月${date}日`;
  }
}

function writeWeekday({ weekday, ordinal }: RuleDay): string {
  const name = `周${WEEKDAYS.charAt(weekday)}`;
  if (ordinal === null) return name;
  return ordinal > 0 ? `第${ordinal}个${name}` : `${fromEnd(-ordinal)}个${name}`;
}

function writeDate(date: number): string {
  return date > 0 ? `${date}日` : `${fromEnd(-date)}天`;
}

function fromEnd(at: number): string {
  return at === 1 ? '最后一' : `倒数第${at}`;
}
