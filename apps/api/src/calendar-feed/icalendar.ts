/** One entry of a calendar, as RFC 5545 calls it: an event. */
export interface CalendarEntry {
  readonly uid: string;
  /** Never falls; a reader takes the entry with the higher one. */
  readonly sequence: number;
  /** When it became what it is. */
  readonly stampedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
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
  const { uid, sequence, stampedAt, startsAt, endsAt, isCancelled, summary, location, description } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${writeInstant(stampedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${writeInstant(startsAt)}`,
    `DTEND:${writeInstant(endsAt)}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(location === null ? [] : [`LOCATION:${escapeText(location)}`]),
    `DESCRIPTION:${escapeText(description)}`,
    // Who called it off is free then.
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
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
