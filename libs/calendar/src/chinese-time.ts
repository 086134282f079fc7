import { MS_PER_DAY, MS_PER_MINUTE } from './epoch-day.js';
import type { Span } from './local-time.js';
import { Zone } from './zone.js';

const WEEKDAYS = '日一二三四五六';

/** `2026年12月12日（星期六）`, as the calendar on the wall of `zone` (IANA name) shows it. */
export function writeChineseDay(instant: Date, zone: string): string {
  return longDay(localAt(instant, zone));
}

/** `2026年12月12日（星期六）10:00`, by the clock on the wall of `zone`. */
export function writeChineseTime(instant: Date, zone: string): string {
  const local = localAt(instant, zone);
  return `${longDay(local)}${clock(local)}`;
}

/** `2026年12月12日（星期六）10:00–12:00`; the second day is named where the span goes on past 24:00. */
export function writeChineseSpan({ startsAt, endsAt }: Span, zone: string): string {
  const from = localAt(startsAt, zone);
  const to = localAt(endsAt, zone);
  // The end is not included, so 24:00 still belongs to the day before.
  const minutesIn = (to - dayOf(from)) / MS_PER_MINUTE;
  const start = `${longDay(from)}${clock(from)}`;
  if (dayOf(from) === dayOf(to)) return `${start}–${clock(to)}`;
  if (minutesIn === 24 * 60) return `${start}–24:00`;
  const isSameYear = new Date(from).getUTCFullYear() === new Date(to).getUTCFullYear();
  return `${start}至${isSameYear ? shortDay(to) : longDay(to)}${clock(to)}`;
}

/** What the wall clock shows, as if it were UTC. */
function localAt(instant: Date, zone: string): number {
  return Zone.of(zone).localAt(instant.getTime());
}

function dayOf(local: number): number {
  return Math.floor(local / MS_PER_DAY) * MS_PER_DAY;
}

function longDay(local: number): string {
  return `${new Date(local).getUTCFullYear()}年${shortDay(local)}`;
}

function shortDay(local: number): string {
  const at = new Date(local);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（星期${WEEKDAYS.charAt(at.getUTCDay())}）`;
}

function clock(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}
