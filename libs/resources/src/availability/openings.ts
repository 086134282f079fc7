import { MS_PER_MINUTE, Zone, type DayCalendar, type Span } from '#calendar';
import type { BookingRules } from './booking-rules.js';
import { epochDayOf } from './dated-hours.js';
import { appliesTo } from './hours.js';

/** From an instant up to another, in epoch milliseconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Unbroken opening time with the hours lines, as dated ranges, that make it up: slots are counted from each of them. */
export interface OpenStretch extends Range {
  readonly lines: readonly Range[];
}

/** Opening spans by the hours, closures not taken out, between two instants, joined where they adjoin, cut to the window; in order. */
export function openSpans(rules: BookingRules, calendar: DayCalendar, from: Date, to: Date): Span[] {
  const window = { from: from.getTime(), to: to.getTime() };
  return openStretches(rules, calendar, window).map((stretch) => toSpan(cut(stretch, window)));
}

/** Every stretch that meets the window, known from the first to the last day of the window; not cut. */
export function openStretches(rules: BookingRules, calendar: DayCalendar, window: Range): OpenStretch[] {
  const stretches: { from: number; to: number; lines: Range[] }[] = [];
  for (const line of datedLines(rules, calendar, window)) {
    const last = stretches.at(-1);
    if (last && line.from <= last.to) {
      last.lines.push(line);
      last.to = Math.max(last.to, line.to);
    } else {
      stretches.push({ from: line.from, to: line.to, lines: [line] });
    }
  }
  return stretches.filter(({ from, to }) => from < window.to && window.from < to);
}

export function cut(range: Range, window: Range): Range {
  return { from: Math.max(range.from, window.from), to: Math.min(range.to, window.to) };
}

export function toSpan({ from, to }: Range): Span {
  return { startsAt: new Date(from), endsAt: new Date(to) };
}

export function toRange({ startsAt, endsAt }: Span): Range {
  return { from: startsAt.getTime(), to: endsAt.getTime() };
}

export function minutes(count: number): number {
  return count * MS_PER_MINUTE;
}

/** The hours lines of each local day that the window touches, or what is said for that day alone; by their start. */
function datedLines(rules: BookingRules, calendar: DayCalendar, window: Range): Range[] {
  const zone = Zone.of(rules.zone);
  const exceptions = new Map(rules.exceptions.map(({ day, spans }) => [epochDayOf(day), spans]));
  const lines: Range[] = [];
  const lastDay = zone.epochDayAt(window.to);
  for (let day = zone.epochDayAt(window.from); day <= lastDay; day++) {
    const dayClass = calendar.classAt(day);
    for (const line of exceptions.get(day) ?? rules.hours.filter((each) => appliesTo(each, dayClass))) {
      const dated = { from: zone.instantAt(day, line.from), to: zone.instantAt(day, line.to) };
      // Summer time can skip the whole of a line.
      if (dated.from < dated.to) lines.push(dated);
    }
  }
  return lines.toSorted((a, b) => a.from - b.from);
}
