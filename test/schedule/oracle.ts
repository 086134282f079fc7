import { all, isOwn, isPast, type Thing, type Unit, type Viewer } from '../inbox/oracle/seen.js';
import { readInbox } from '../inbox/read-inbox.js';

/** What the lists say of an entry: its kind, what it is about, when, and whether it will be. */
export type Expected = string;

const MINUTE = 60_000;
const BEIJING = 8 * 60 * MINUTE;
const iso = (instant: string): string => new Date(instant).toISOString();

export function lineOf(kind: string, id: string, span: readonly [string, string], state: string): Expected {
  return [kind, id, ...span.map(iso), state].join(' ');
}

type SeenMeeting = Thing &
  Record<'startsAt' | 'endsAt', string> &
  Record<'calledAt' | 'recordedAt', string | null>;

export async function meetingsOf({ client }: Viewer): Promise<Expected[]> {
  const meetings = await all<SeenMeeting>(client, 'meetings', 'state startsAt endsAt calledAt recordedAt');
  return meetings
    .filter(({ state, calledAt, recordedAt }) => state !== 'DRAFT' && (calledAt ?? recordedAt))
    .map(({ id, state, startsAt, endsAt }) =>
      lineOf('MEETING', id, [startsAt, endsAt], state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'),
    );
}

interface SeenBooking extends Thing {
  readonly owner: Unit | null;
  readonly requester: Unit | null;
  readonly reason: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly expiresAt: string;
}
const STATES: Readonly<Record<string, string>> = {
  REQUESTED: 'TENTATIVE',
  AWAITING_OWNER: 'TENTATIVE',
  WAITLISTED: 'TENTATIVE',
  CONFIRMED: 'CONFIRMED',
  IN_USE: 'CONFIRMED',
  COMPLETED: 'CONFIRMED',
  NO_SHOW: 'CONFIRMED',
  CANCELLED: 'CANCELLED',
  DISPLACED: 'CANCELLED',
};

export async function bookingsOf(viewer: Viewer): Promise<Expected[]> {
  const fields = 'state reason startsAt endsAt expiresAt owner { id } requester { id }';
  const bookings = await all<SeenBooking>(viewer.client, 'bookings', fields);
  return bookings.flatMap(({ id, state, reason, owner, requester, startsAt, endsAt, expiresAt }) => {
    const told = STATES[state];
    if (told === undefined || reason === 'MOVED' || (told === 'TENTATIVE' && isPast(viewer, expiresAt)))
      return [];
    const [gives, takes] = [isOwn(viewer, owner), isOwn(viewer, requester)];
    const kind = gives ? 'BOOKING_GIVEN' : takes ? 'BOOKING_TAKEN' : null;
    return kind === null ? [] : lineOf(kind, id, [startsAt, endsAt], told);
  });
}

interface SeenDish extends Thing {
  readonly publishedAt: string | null;
  readonly lead: Unit | null;
  readonly hosts: readonly { readonly state: string; readonly unit: Unit | null }[];
  readonly dates: readonly (Record<'id' | 'startsAt' | 'endsAt', string> & {
    readonly cancelledAt: string | null;
  })[];
}
type SeenSignUp = Thing & {
  readonly dish: Unit | null;
  readonly endReason: string | null;
  readonly endedAt: string | null;
};

export async function activitiesOf(viewer: Viewer): Promise<Expected[]> {
  const fields = `publishedAt lead { id } hosts { state unit { id } } dates { id startsAt endsAt cancelledAt }`;
  const dishes = await all<SeenDish>(viewer.client, 'dishes', fields);
  const signUps = await all<SeenSignUp>(
    viewer.client,
    'signUps',
    'state endReason endedAt unit { id } dish { id }',
  );
  return dishes.flatMap(({ id, publishedAt, lead, hosts, dates }) => {
    const own = signUps.filter(({ dish, unit }) => dish?.id === id && isOwn(viewer, unit));
    const holds =
      isOwn(viewer, lead) || hosts.some(({ state, unit }) => state === 'ACCEPTED' && isOwn(viewer, unit));
    if (publishedAt === null || (!holds && own.length === 0)) return [];
    const isIn = (state: string): boolean => own.some((signUp) => signUp.state === state);
    return dates.map((date) => {
      const had = own.some(
        ({ endReason, endedAt }) =>
          endReason !== 'DISH_CANCELLED' && endedAt !== null && endedAt > date.startsAt,
      );
      const stands =
        holds || isIn('CONFIRMED') || had ? 'CONFIRMED' : isIn('WAITING') ? 'TENTATIVE' : 'CANCELLED';
      return lineOf('ACTIVITY', id, [date.startsAt, date.endsAt], date.cancelledAt ? 'CANCELLED' : stands);
    });
  });
}

/** What waits with a term; one that ends at midnight is of the day before. */
export async function deadlinesOf({ client }: Viewer): Promise<Expected[]> {
  return (await readInbox(client)).flatMap(({ kind, dueAt, thing }) => {
    if (dueAt === null) return [];
    const due = Date.parse(dueAt);
    const isDay = (due + BEIJING) % (24 * 60 * MINUTE) === 0;
    const from = new Date(isDay ? due - 24 * 60 * MINUTE : due).toISOString();
    return lineOf(`DEADLINE ${kind}`, thing?.id ?? '', [from, dueAt], 'CONFIRMED');
  });
}
