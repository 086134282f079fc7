import type { Words } from '#graphql';
import type { HoursLine } from './hours.js';
import { HOURS_WORDS } from './hours.words.js';

/** A line as people write it; whether the times are sound is judged like those of any input. */
export interface TypedLine {
  readonly days: HoursLine['days'];
  /** HH:MM */
  readonly from: string;
  readonly to: string;
}

const DAYS: readonly (readonly [HoursLine['days'], RegExp])[] = [
  ['EVERY', /^(每天|每日|天天|every ?day|daily|every)/i],
  ['WORK', /^(工作日|work(ing )?-?days?|work)/i],
  ['HOLIDAY', /^(法定节假日|法定假日|节假日|(public )?holidays?)/i],
  ['REST', /^(休息日|rest-?days?|rest)/i],
];

const SPAN = /^(\d{1,2}):(\d{2})\s*(?:[-–—~至到]|to)\s*(\d{1,2}):(\d{2})$/i;

const MOST_SHOWN = 60;

/** What a drop-down shows of how hours are written. */
export const HOURS_EXAMPLES = [
  '每天 08:00-18:00',
  '工作日 08:00-18:00',
  '休息日 09:00-17:00',
  '法定节假日 09:00-17:00',
  '工作日 08:00-18:00; 休息日 09:00-12:00, 14:00-17:00',
] as const;

/**
 * Reads hours as people type them: parts with a semicolon between, each with its days (每天, 工作日, 休息日, 法定节假日
 * or every day, workdays, rest-days, holidays) and its spans with commas between.
 */
export function readTypedHours(text: string): { lines: TypedLine[] } | { problem: Words } {
  const lines: TypedLine[] = [];
  // Wide forms of digits, colons, commas and dashes are what a Chinese keyboard writes.
  const parts = text
    .normalize('NFKC')
    .split(/[;\n]/)
    .map((part) => part.trim());
  for (const part of parts.filter((one) => one !== '')) {
    const [days, name] = findDays(part);
    if (days === null) return { problem: HOURS_WORDS.whichDays({ part: part.slice(0, MOST_SHOWN) }) };
    const spans = part.slice(name.length).split(/[,、]/);
    for (const span of spans.map((one) => one.replace(/^[\s:]+/, '').trim())) {
      const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = SPAN.exec(span) ?? [];
      if (fromHour === '')
        return { problem: HOURS_WORDS.typedForm({ part: (span || part).slice(0, MOST_SHOWN) }) };
      const clock = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute}`;
      lines.push({ days, from: clock(fromHour, fromMinute), to: clock(toHour, toMinute) });
    }
  }
  return { lines };
}

function findDays(part: string): readonly [HoursLine['days'], string] | readonly [null, ''] {
  for (const [days, pattern] of DAYS) {
    const [name] = pattern.exec(part) ?? [];
    if (name !== undefined) return [days, name];
  }
  return [null, ''];
}
