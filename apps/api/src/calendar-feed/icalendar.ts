/** One entry of a calendar, as RFC 5545 calls it: an event. */
export interface CalendarEntry {
  readonly uid: string;
  /** Never falls; a reader takes the entry with the higher one. */
  readonly sequence: number;
  /** When it became what it is. */
  readonly stampedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** `2026-12-09` of what takes a whole day, in the place of its hours. */
  readonly day: string | null;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Whether nothing else is to be put there. */
  readonly isBusy: boolean;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string;
}

const OCTETS_OF_A_LINE = 75;
const HEAD = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Lianjian//Calendar feed//ZH',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  'X-PUBLISHED-TTL:PT1H',
];

/** A calendar as RFC 5545 has it, times in UTC; the same entries give the same text. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [...HEAD, `X-WR-CALNAME:${escapeText(name)}`, ...entries.flatMap(linesOf), 'END:VCALENDAR'];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function linesOf(entry: CalendarEntry): string[] {
  const { uid, sequence, stampedAt, status, isBusy, summary, location, description } = entry;
  const stamp = writeInstant(stampedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    ...timesOf(entry),
    `SUMMARY:${escapeText(summary)}`,
    ...(location === null ? [] : [`LOCATION:${escapeText(location)}`]),
    `DESCRIPTION:${escapeText(description)}`,
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** An event ends after its start, or says no end: then it takes no time, or the one day. */
function timesOf({ startsAt, endsAt, day }: CalendarEntry): string[] {
  if (day !== null) return [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`];
  const start = `DTSTART:${writeInstant(startsAt)}`;
  return endsAt > startsAt ? [start, `DTEND:${writeInstant(endsAt)}`] : [start];
}

/** `20261209T060000Z`. */
function writeInstant(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** Characters that no line may hold are left out; a break of a line is written as one. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** A line holds 75 octets at most and goes on after a blank; no character is cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS_OF_A_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
