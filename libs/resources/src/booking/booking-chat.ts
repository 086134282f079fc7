import { writeChineseSpan, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { BOOKING_CHAT, BOOKING_CHAT_TITLES } from './booking-chat.words.js';
import { BookingState, type Booking } from './booking.entity.js';
import { OPEN_STATES } from './booking.policy.js';
import { BOOKING_REASONS, BOOKING_STATES } from './booking.words.js';

/** What the row itself does not say, as far as the asker may see it. */
export interface ChatFacts {
  readonly owner: string | null;
  readonly requester: string | null;
  /** IANA zone of the network. */
  readonly zone: string;
}

/** What became of a booking, in plain Chinese for a group chat. Everybody there reads it: no names, no phones. */
export async function writeBookingChat(tx: TenantTransaction, booking: Booking): Promise<string> {
  return composeBookingChat(booking, await factsOf(tx, booking));
}

/** Null unless it is confirmed and still ahead. */
export async function writeBookingReminder(tx: TenantTransaction, booking: Booking): Promise<string | null> {
  if (booking.state !== BookingState.CONFIRMED || booking.startsAt <= tx.now) return null;
  return composeBookingReminder(booking, await factsOf(tx, booking));
}

export function composeBookingChat(booking: Booking, facts: ChatFacts): string {
  const { state, reason, remark, expiresAt } = booking;
  const said = BOOKING_STATES[state].zh;
  const outcome =
    reason === null
      ? said
      : BOOKING_CHAT.outcomeWithReason({ outcome: said, reason: BOOKING_REASONS[reason] });
  return joinChat([
    headline(booking, facts, { title: BOOKING_CHAT_TITLES[state], outcome }),
    ...details(booking, facts.zone),
    remark ? BOOKING_CHAT.remark({ remark: hidePhones(remark) }) : null,
    OPEN_STATES.includes(state)
      ? BOOKING_CHAT.answerBy({ deadline: writeChineseTime(expiresAt, facts.zone) })
      : null,
  ]);
}

export function composeBookingReminder(booking: Booking, facts: ChatFacts): string {
  const { reminder: title, soon: outcome } = BOOKING_CHAT;
  return joinChat([headline(booking, facts, { title, outcome }), ...details(booking, facts.zone)]);
}

function headline(
  { offerTitle }: Booking,
  { owner, requester }: ChatFacts,
  news: { title: string; outcome: string },
): string {
  return BOOKING_CHAT.headline({
    ...news,
    owner: owner ?? BOOKING_CHAT.aUnit,
    requester: requester ?? BOOKING_CHAT.aUnit,
    offer: hidePhones(offerTitle),
  });
}

function details(booking: Booking, zone: string): (string | null)[] {
  const { purpose, heads, amount, measure } = booking;
  return [
    BOOKING_CHAT.time({ span: writeChineseSpan(booking, zone) }),
    BOOKING_CHAT.purpose({ purpose: hidePhones(purpose) }),
    amount === null ? null : BOOKING_CHAT.amount({ amount, measure: hidePhones(measure ?? '') }),
    heads === null ? null : BOOKING_CHAT.heads({ heads }),
  ];
}

async function factsOf(tx: TenantTransaction, booking: Booking): Promise<ChatFacts> {
  const owner = await tx.find(Unit, booking.ownerUnitId);
  const requester = await tx.find(Unit, booking.requesterUnitId);
  return { owner: owner?.name ?? null, requester: requester?.name ?? null, zone: await timeZoneOf(tx) };
}
