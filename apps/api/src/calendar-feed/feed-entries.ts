import { hidePhones, joinChat } from '#graphql';
import { MeetingState } from '#meetings';
import { BookingReason, BookingState } from '#resources';
import { CALENDAR_FEED_CHAT as CHAT } from './calendar-feed.words.js';
import type { FeedAnswer, FeedBooking, FeedMeeting } from './feed-lists.js';
import type { CalendarEntry } from './icalendar.js';

const CALLED_OFF: readonly BookingState[] = [BookingState.CANCELLED, BookingState.DISPLACED];

/** What was called or confirmed, once each, by start. Phones are left out: calendars are kept by others. */
export function entriesOf({ meetings, given, taken }: FeedAnswer): CalendarEntry[] {
  const called = meetings.filter(({ calledAt, recordedAt }) => calledAt ?? recordedAt);
  // Who lends to itself stands on both sides.
  const lent = new Set(given.map(({ id }) => id));
  const entries = [
    ...called.map(entryOfMeeting),
    ...entriesOfBookings(given, CHAT.given),
    ...entriesOfBookings(
      taken.filter(({ id }) => !lent.has(id)),
      CHAT.taken,
    ),
  ];
  return entries.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function entryOfMeeting(meeting: FeedMeeting): CalendarEntry {
  const { calledAt, begunAt, closedAt, cancelledAt, recordedAt, call, network } = meeting;
  const moves = call?.moves.map(({ movedAt }) => movedAt) ?? [];
  const isCancelled = meeting.state === MeetingState.CANCELLED;
  return {
    uid: meeting.id,
    sequence: meeting.version,
    stampedAt: latest([calledAt, begunAt, closedAt, cancelledAt, recordedAt, ...moves]),
    ...spanOf(meeting),
    isCancelled,
    summary: summaryOf(CHAT.meeting({ title: meeting.title }), isCancelled),
    location: call?.location ? hidePhones(call.location) : null,
    description: describe([
      network && CHAT.network({ network: network.name }),
      call?.about,
      call?.cancelReason && CHAT.cancelReason({ reason: call.cancelReason }),
    ]),
  };
}

/** A booking that was moved is the same entry at another time; nothing of the time before is left in the calendar. */
function entriesOfBookings(
  bookings: readonly FeedBooking[],
  title: (values: { offer: string }) => string,
): CalendarEntry[] {
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const movedFrom = ({ replaces }: FeedBooking): FeedBooking | null => {
    const before = byId.get(replaces?.id ?? '');
    return before?.reason === BookingReason.MOVED ? before : null;
  };
  const replaced = new Set(bookings.map((booking) => movedFrom(booking)?.id));
  return bookings
    .filter(({ id }) => !replaced.has(id))
    .map((booking) => {
      const chain = [booking];
      for (let before = movedFrom(booking); before; before = movedFrom(before)) chain.push(before);
      return { ...entryOfBooking(booking, title), ...identityOf(chain) };
    });
}

function entryOfBooking(
  booking: FeedBooking,
  title: (values: { offer: string }) => string,
): Omit<CalendarEntry, 'uid' | 'sequence'> {
  const { owner, requester, network, purpose, amount, measure, remark } = booking;
  const isCancelled = CALLED_OFF.includes(booking.state);
  return {
    stampedAt: latest([booking.requestedAt, booking.settledAt]),
    ...spanOf(booking),
    isCancelled,
    summary: summaryOf(title({ offer: booking.offerTitle }), isCancelled),
    location: null,
    description: describe([
      owner && CHAT.owner({ unit: owner.name }),
      requester && CHAT.requester({ unit: requester.name }),
      network && CHAT.network({ network: network.name }),
      CHAT.purpose({ purpose }),
      amount !== null && CHAT.amount({ amount, measure: measure ?? '' }),
      remark && CHAT.remark({ remark }),
    ]),
  };
}

/** That of the first; each move counts as a change of its own. */
function identityOf(chain: readonly FeedBooking[]): Pick<CalendarEntry, 'uid' | 'sequence'> {
  return {
    uid: chain.at(-1)?.id ?? '',
    sequence: chain.reduce((sum, { version }) => sum + version, 0),
  };
}

function spanOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}

/** Some calendars show what is cancelled as if it were not. */
function summaryOf(summary: string, isCancelled: boolean): string {
  return hidePhones(isCancelled ? CHAT.cancelled({ summary }) : summary);
}

function describe(lines: readonly (string | false | null | undefined)[]): string {
  return hidePhones(joinChat(lines.map((line) => line || null)));
}

function latest(instants: readonly (string | null)[]): Date {
  return new Date(Math.max(...instants.map((instant) => (instant === null ? 0 : Date.parse(instant)))));
}
