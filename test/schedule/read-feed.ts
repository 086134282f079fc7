import ICAL from 'ical.js';
import ical, { type VEvent } from 'node-ical';
import type { TestClient } from '../support/test-client.js';
import type { World } from '../support/world.js';

/** What a reader of calendars makes of an event. */
export interface FeedEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  /** An instant, or `2026-12-09` of a whole day. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly stampedAt: string;
}

const OPEN = `mutation { openCalendarFeed { path } }`;

/** The calendar of whoever asks, under an address of its own. */
export async function fetchFeed(world: World, client: TestClient): Promise<string> {
  const { openCalendarFeed } = await client.ask<{ openCalendarFeed: { path: string } }>(OPEN);
  return fetchAt(world, openCalendarFeed.path);
}

export async function fetchAt(world: World, url: string): Promise<string> {
  const { statusCode, body } = await world.nobody().send({ method: 'GET', url });
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
  return body;
}

const seconds = (instant: Date): string => instant.toISOString().replace(/\.\d+/, '');

export function readWithIcalJs(calendar: string): FeedEvent[] {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, summary, startDate } = new ICAL.Event(component);
    const timeOf = (name: string): string | null => {
      const time = component.getFirstPropertyValue(name);
      if (!(time instanceof ICAL.Time)) return null;
      return time.isDate ? time.toString() : seconds(time.toJSDate());
    };
    return {
      uid,
      sequence,
      status: String(component.getFirstPropertyValue('status')),
      summary,
      startsAt: startDate.isDate ? startDate.toString() : seconds(startDate.toJSDate()),
      endsAt: timeOf('dtend'),
      stampedAt: timeOf('dtstamp') ?? '',
    };
  });
}

export function readWithNodeIcal(calendar: string): FeedEvent[] {
  return Object.values(ical.sync.parseICS(calendar))
    .filter((part): part is VEvent => part?.type === 'VEVENT')
    .map((event) => {
      const isDay = event.datetype === 'date';
      return {
        uid: event.uid,
        sequence: Number(event.sequence),
        status: String(event.status),
        summary: typeof event.summary === 'string' ? event.summary : event.summary.val,
        startsAt: isDay ? localDay(event.start) : seconds(event.start),
        endsAt: calendar.includes('DTEND') && hasEnd(event) ? seconds(event.end ?? event.start) : null,
        stampedAt: seconds(event.dtstamp),
      };
    });
}

/** Where no end is said, it makes one up: of a day the next, else the start. */
function hasEnd({ datetype, start, end }: VEvent): boolean {
  return datetype !== 'date' && end !== undefined && end > start;
}

/** It gives a day as its midnight where the process runs. */
function localDay(day: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** In one order, whatever that of the reader. */
export function inOrder(events: readonly FeedEvent[]): FeedEvent[] {
  return events.toSorted((one, other) => (one.uid < other.uid ? -1 : 1));
}
