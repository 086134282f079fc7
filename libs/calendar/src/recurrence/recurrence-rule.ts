import { MS_PER_DAY } from '../epoch-day.js';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday (0 is Sunday) of the period, or its so-manieth, counted from the end when negative. */
export interface RuleDay {
  readonly weekday: number;
  readonly ordinal: number | null;
}

/** The part of an RFC 5545 rule by which people repeat things; times of day are the first span's. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly byDay: readonly RuleDay[];
  /** 1 to 31, or -1 to -31 from the end of the month. */
  readonly byMonthDay: readonly number[];
  readonly end:
    | { readonly count: number }
    /** Included, as days since 1970-01-01 on the wall calendar. */
    | { readonly untilDay: number }
    /** Included, in epoch milliseconds. */
    | { readonly untilInstant: number };
}

export type RuleFault =
  'MALFORMED' | 'UNKNOWN_PART' | 'ENDLESS' | 'TWO_ENDS' | 'TOO_MANY' | 'TOO_FAR' | 'NONE' | 'OFF';

/** Why a rule cannot be followed, for whoever has words for it. */
export class BadRecurrence extends RangeError {
  constructor(
    readonly fault: RuleFault,
    /** The part of the rule that is to blame, as it was written. */
    readonly part: string,
  ) {
    super(`${fault}: ${part}`);
    this.name = 'BadRecurrence';
  }
}

const PARTS = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST'];
const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MOST_ITEMS = 31;

/** Throws BadRecurrence for what is malformed, not understood, or without exactly one end. */
export function parseRecurrence(text: string): RecurrenceRule {
  const parts = partsOf(text);
  const frequency = parts.get('FREQ') ?? '';
  if (!FREQUENCIES.includes(frequency)) throw new BadRecurrence('MALFORMED', `FREQ=${frequency}`);
  if (parts.has('WKST') && parts.get('WKST') !== 'MO') throw new BadRecurrence('UNKNOWN_PART', 'WKST');
  const rule = {
    frequency: frequency as Frequency,
    interval: numberIn(parts, 'INTERVAL') ?? 1,
    byDay: itemsIn(parts, 'BYDAY').map(ruleDayOf),
    byMonthDay: itemsIn(parts, 'BYMONTHDAY').map(monthDayOf),
    end: endOf(parts),
  };
  expectCombinable(rule);
  return rule;
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of text
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value, ...rest] = part.split('=');
    if (!value || rest.length > 0) throw new BadRecurrence('MALFORMED', part);
    if (!PARTS.includes(name)) throw new BadRecurrence('UNKNOWN_PART', name);
    if (parts.has(name)) throw new BadRecurrence('MALFORMED', part);
    parts.set(name, value);
  }
  return parts;
}

function numberIn(parts: ReadonlyMap<string, string>, name: string): number | null {
  const value = parts.get(name);
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new BadRecurrence('MALFORMED', `${name}=${value}`);
  return Number(value);
}

function itemsIn(parts: ReadonlyMap<string, string>, name: string): string[] {
  const items = parts.get(name)?.split(',') ?? [];
  if (items.length > MOST_ITEMS) throw new BadRecurrence('MALFORMED', name);
  return items;
}

function ruleDayOf(item: string): RuleDay {
  const [, ordinal, weekday = ''] = /^([+-]?[1-9]\d?)?([A-Z]{2})$/.exec(item) ?? [];
  if (!WEEKDAYS.includes(weekday) || Math.abs(Number(ordinal ?? 1)) > 53) {
    throw new BadRecurrence('MALFORMED', `BYDAY=${item}`);
  }
  return { weekday: WEEKDAYS.indexOf(weekday), ordinal: ordinal ? Number(ordinal) : null };
}

function monthDayOf(item: string): number {
  const day = Number(item);
  if (!/^[+-]?[1-9]\d?$/.test(item) || Math.abs(day) > 31) {
    throw new BadRecurrence('MALFORMED', `BYMONTHDAY=${item}`);
  }
  return day;
}

function endOf(parts: ReadonlyMap<string, string>): RecurrenceRule['end'] {
  const [count, until] = [numberIn(parts, 'COUNT'), parts.get('UNTIL')];
  if (count !== null && until !== undefined) throw new BadRecurrence('TWO_ENDS', 'COUNT, UNTIL');
  if (count !== null) return { count };
  if (until === undefined) throw new BadRecurrence('ENDLESS', 'COUNT, UNTIL');
  const [, day, time] = /^(\d{8})(?:T(\d{6})Z)?$/.exec(until) ?? [];
  const instant = day ? instantOf(day, time ?? '000000') : NaN;
  if (Number.isNaN(instant)) throw new BadRecurrence('MALFORMED', `UNTIL=${until}`);
  return time ? { untilInstant: instant } : { untilDay: instant / MS_PER_DAY };
}

/** NaN for a day or time that there is not: Date.parse would take 30 February for 2 March. */
function instantOf(day: string, time: string): number {
  const written = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}.000Z`;
  const instant = Date.parse(written);
  return Number.isNaN(instant) || new Date(instant).toISOString() !== written ? NaN : instant;
}

/** What RFC 5545 forbids, or leaves to be guessed. */
function expectCombinable({ frequency, byDay, byMonthDay }: RecurrenceRule): void {
  const hasOrdinals = byDay.some(({ ordinal }) => ordinal !== null);
  if (hasOrdinals && (frequency === 'DAILY' || frequency === 'WEEKLY' || byMonthDay.length > 0)) {
    throw new BadRecurrence('MALFORMED', 'BYDAY');
  }
  if (frequency === 'WEEKLY' && byMonthDay.length > 0) throw new BadRecurrence('MALFORMED', 'BYMONTHDAY');
}
