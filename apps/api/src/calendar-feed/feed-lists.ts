import { MeetingState } from '#meetings';
import { BookingReason, BookingSide, BookingState } from '#resources';

/** Which time is asked for; instants as the API takes them. */
export interface FeedSpan {
  readonly from: string;
  readonly to: string;
}

interface Named {
  readonly name: string;
}

export interface FeedMeeting {
  readonly id: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly calledAt: string | null;
  readonly begunAt: string | null;
  readonly closedAt: string | null;
  readonly cancelledAt: string | null;
  readonly recordedAt: string | null;
  readonly network: Named | null;
  readonly call: {
    readonly location: string | null;
    readonly about: string | null;
    readonly cancelReason: string | null;
    readonly moves: readonly { readonly movedAt: string }[];
  } | null;
}

export interface FeedBooking {
  readonly id: string;
  readonly offerTitle: string;
  readonly state: BookingState;
  readonly reason: BookingReason | null;
  readonly remark: string | null;
  readonly version: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly requestedAt: string;
  readonly settledAt: string | null;
  readonly purpose: string;
  readonly amount: string | null;
  readonly measure: string | null;
  readonly owner: Named | null;
  readonly requester: Named | null;
  readonly network: Named | null;
  readonly replaces: { readonly id: string } | null;
}

/** What the API answered. */
export interface FeedAnswer {
  readonly meetings: readonly FeedMeeting[];
  readonly given: readonly FeedBooking[];
  readonly taken: readonly FeedBooking[];
}

interface FeedList {
  readonly field: string;
  readonly filterType: string;
  readonly filter: object;
  readonly selection: string;
}

const BOOKINGS = {
  field: 'bookings',
  filterType: 'BookingFilter',
  selection: `id offerTitle state reason remark version startsAt endsAt requestedAt settledAt purpose amount measure
    owner { name } requester { name } network { name } replaces { id }`,
};

/** Confirmed once, whatever became of it. */
const CONFIRMED_ONCE: readonly BookingState[] = [
  BookingState.CONFIRMED,
  BookingState.IN_USE,
  BookingState.COMPLETED,
  BookingState.NO_SHOW,
  BookingState.CANCELLED,
  BookingState.DISPLACED,
];

/** Which lists of the API a calendar is made of; a draft is nobody's appointment yet. */
export const FEED_LISTS: Readonly<Record<keyof FeedAnswer, FeedList>> = {
  meetings: {
    field: 'meetings',
    filterType: 'MeetingFilter',
    filter: { states: Object.values(MeetingState).filter((state) => state !== MeetingState.DRAFT) },
    selection: `id title state version startsAt endsAt calledAt begunAt closedAt cancelledAt recordedAt
      network { name } call { location about cancelReason moves { movedAt } }`,
  },
  given: { ...BOOKINGS, filter: { side: BookingSide.GIVEN, states: CONFIRMED_ONCE } },
  taken: { ...BOOKINGS, filter: { side: BookingSide.TAKEN, states: CONFIRMED_ONCE } },
};
