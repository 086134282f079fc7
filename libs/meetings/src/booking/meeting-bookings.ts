import { ApiError, found, Refused, type Refusal } from '#graphql';
import { Unit } from '#network';
import {
  Booking,
  BundleMove,
  BundleService,
  CallOff,
  Confirmation,
  ItemsRefused,
  Offer,
  WISHED_STATES,
  type BookingWish,
} from '#resources';
import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingBooking } from './meeting-booking.entity.js';
import { MeetingOffer } from './meeting-offer.entity.js';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';
import { findMovable, findUsed, MeetingOfferState, stateOf, type WantedOffer } from './offer-standing.js';
import { MissingOffer, OffersMissing } from './offers-missing.refusal.js';
import { spanAlong } from './span-along.js';

/** What of the offers that a meeting wants is booked, moved and freed with it. With the rights of its committee. */
@Injectable()
export class MeetingBookings {
  constructor(
    private readonly bundles: BundleService,
    private readonly moves: BundleMove,
    private readonly callOff: CallOff,
  ) {}

  /** What it wants now, by time. */
  async list(tx: TenantTransaction, meetingId: string): Promise<WantedOffer[]> {
    const { regionId } = tx;
    const offers = await tx.manager.find(MeetingOffer, {
      where: { regionId, meetingId, droppedAt: IsNull() },
      order: { startsAt: 'ASC', offerTitle: 'ASC', id: 'ASC' },
    });
    if (offers.length === 0) return [];
    const links = await tx.manager.find(MeetingBooking, {
      where: { regionId, meetingOfferId: In(offers.map(({ id }) => id)) },
      order: { place: 'ASC' },
    });
    const ids = links.map(({ bookingId }) => bookingId);
    const bookings = await tx.manager.findBy(Booking, { regionId, id: In(ids) });
    const byId = new Map(bookings.map((booking) => [booking.id, booking]));
    return offers.map((offer) => ({
      offer,
      bookings: links.flatMap((link) =>
        link.meetingOfferId === offer.id ? (byId.get(link.bookingId) ?? []) : [],
      ),
    }));
  }

  /** The same with its offers, and what is booked of them ahead, locked: before the meeting itself. */
  async hold(tx: TenantTransaction, meetingId: string): Promise<WantedOffer[]> {
    const known = await this.list(tx, meetingId);
    await this.callOff.lockOffers(
      tx,
      known.map(({ offer }) => offer),
    );
    await this.callOff.holdForRequesters(
      tx,
      known.flatMap(({ bookings }) => bookings),
    );
    return known.length === 0 ? [] : this.list(tx, meetingId);
  }

  /** Whether what it wants could be locked at once, with the meeting locked already. */
  tryHold(tx: TenantTransaction, wanted: readonly WantedOffer[]): Promise<boolean> {
    return this.callOff.tryLockOffers(
      tx,
      wanted.map(({ offer }) => offer),
    );
  }

  /** The meeting is being called: what confirms itself is booked now, everything else has been. @throws Refused OffersMissing */
  async complete(
    tx: TenantTransaction,
    meeting: Meeting,
    wanted: readonly WantedOffer[],
    requesterUnitId: string,
  ): Promise<void> {
    const { bookable, missing } = await this.judge(tx, wanted);
    await this.expectGranted(tx, await this.ask(tx, meeting, bookable, requesterUnitId), missing);
  }

  /** What confirms itself once the meeting is called, and what would keep it from that. */
  async judge(
    tx: TenantTransaction,
    wanted: readonly WantedOffer[],
  ): Promise<{ bookable: WantedOffer[]; missing: MissingOffer[] }> {
    const bookable: WantedOffer[] = [];
    const missing: MissingOffer[] = [];
    for (const one of wanted) {
      const state = stateOf(one, tx.now);
      if (state === MeetingOfferState.CONFIRMED) continue;
      const shown = await findShown(tx, one.offer);
      const isNow = state !== MeetingOfferState.ASKED && shown?.confirmation === Confirmation.AUTOMATIC;
      if (isNow) bookable.push(one);
      else missing.push(await missingOf(tx, one));
    }
    return { bookable, missing };
  }

  /**
   * Asks for these, all or none; what has another time goes from there to the time that is wanted.
   * @returns why not, by each that cannot be had; then the act is to be refused
   */
  async ask(
    tx: TenantTransaction,
    meeting: Meeting,
    wanted: readonly WantedOffer[],
    requesterUnitId = tx.actor.unitId,
  ): Promise<ReadonlyMap<WantedOffer, Refusal>> {
    if (wanted.length === 0) return new Map();
    const fresh = wanted.filter((one) => !findMovable(one, tx.now));
    const others = wanted.filter((one) => !fresh.includes(one));
    const { expectedHeads: heads } = found(await tx.find(MeetingCall, meeting.id));
    const wishes = fresh.map(({ offer }) => wishOf(offer, { heads, requesterUnitId }));
    const { done, refusals } = await allOrNone(fresh, () => this.bundles.ask(tx, wishes));
    for (const [index, booking] of (done ?? []).entries()) await this.link(tx, fresh[index], booking);
    return new Map([...refusals, ...(await this.move(tx, others))]);
  }

  /** Puts what is wanted to where it belongs when the meeting moves; what is booked goes with it, all or none. */
  async follow(
    tx: TenantTransaction,
    meeting: Meeting,
    to: Span,
    wanted: readonly WantedOffer[],
  ): Promise<void> {
    const moved: WantedOffer[] = [];
    for (const { offer, bookings } of wanted) {
      const span = spanAlong(offer, meeting, to);
      if (span.endsAt <= span.startsAt) throw doesNotFit(offer);
      moved.push({ bookings, offer: await tx.update(MeetingOffer, offer, span) });
    }
    await this.expectGranted(tx, await this.move(tx, moved));
  }

  /** @throws Refused OffersMissing with each of these */
  async expectGranted(
    tx: TenantTransaction,
    refusals: ReadonlyMap<WantedOffer, Refusal>,
    missing: readonly MissingOffer[] = [],
  ): Promise<void> {
    const all = [...missing];
    for (const [one, refusal] of refusals) all.push(await missingOf(tx, one, refusal));
    if (all.length > 0) throw new Refused(new OffersMissing(all));
  }

  /** Gives up what is ahead of it. */
  async free(tx: TenantTransaction, wanted: readonly WantedOffer[]): Promise<void> {
    await this.giveUp(
      tx,
      wanted.flatMap((one) => one.bookings),
    );
  }

  /** Gives up what is asked for and not confirmed. */
  async withdrawUnanswered(tx: TenantTransaction, wanted: readonly WantedOffer[]): Promise<void> {
    const all = wanted.flatMap(({ bookings }) => bookings);
    await this.giveUp(
      tx,
      all.filter(({ state }) => WISHED_STATES.includes(state)),
    );
  }

  /** The meeting was held in that span, planned or not: what was booked for it there stays, nothing else is wanted. */
  async keepHeld(tx: TenantTransaction, wanted: readonly WantedOffer[], held: Span): Promise<WantedOffer[]> {
    await this.free(tx, wanted);
    const used = wanted.filter((one) => findUsed(one, held, tx.now) !== null);
    const others = wanted.filter((one) => !used.includes(one));
    for (const { offer } of others) await tx.update(MeetingOffer, offer, { droppedAt: tx.now });
    return used;
  }

  private async giveUp(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const held = await this.callOff.holdForRequesters(tx, bookings);
    await this.callOff.endForRequesters(tx, held, MEETING_OFFER_WORDS.notNeeded.zh);
  }

  /** Notes that a booking serves the meeting, as the latest for that offer. */
  async link(tx: TenantTransaction, wanted: WantedOffer | undefined, booking: Booking): Promise<void> {
    if (!wanted) throw new Error(`The booking ${booking.id} was made for nothing.`);
    const { id: meetingOfferId, meetingId, networkId } = wanted.offer;
    const { id: bookingId, requesterUnitId, ownerUnitId } = booking;
    const place = wanted.bookings.length + 1;
    const link = { meetingId, meetingOfferId, networkId, bookingId, requesterUnitId, ownerUnitId, place };
    await tx.insert(MeetingBooking, { ...link, id: tx.newId() });
  }

  /** What is booked goes to the time at which it is wanted. @returns why not, by each that cannot */
  private async move(
    tx: TenantTransaction,
    wanted: readonly WantedOffer[],
  ): Promise<ReadonlyMap<WantedOffer, Refusal>> {
    const moving = wanted.flatMap((one) => {
      const booking = findMovable(one, tx.now);
      return booking ? [{ one, booking }] : [];
    });
    const moves = moving.map(({ one, booking }) => ({ booking, to: one.offer, waitIfTaken: false }));
    const all = moving.map(({ one }) => one);
    const { done, refusals } = await allOrNone(all, () => this.moves.move(tx, moves));
    for (const { one, booking } of moving) {
      const moved = done?.get(booking.id);
      if (moved && moved.id !== booking.id) await this.link(tx, one, moved);
    }
    return refusals;
  }
}

/** Null when it is not lent through that network any more. */
export async function findShown(
  tx: TenantTransaction,
  { offerId, networkId }: Pick<MeetingOffer, 'offerId' | 'networkId'>,
): Promise<Offer | null> {
  const offer = await tx.find<Offer>(Offer, offerId);
  return offer?.networkIds.includes(networkId) ? offer : null;
}

export function wishOf(
  { offerId, networkId, startsAt, endsAt, amount, purpose }: MeetingOffer,
  of: Pick<BookingWish, 'heads' | 'requesterUnitId'>,
): BookingWish {
  const contact = { name: null, phone: null };
  return { ...of, offerId, networkId, startsAt, endsAt, amount, purpose, contact };
}

async function missingOf(
  tx: TenantTransaction,
  wanted: WantedOffer,
  refusal: Refusal | null = null,
): Promise<MissingOffer> {
  const { offerTitle, ownerUnitId } = wanted.offer;
  const owner = found(await tx.find(Unit, ownerUnitId));
  return new MissingOffer(offerTitle, owner, stateOf(wanted, tx.now), refusal);
}

/** What is refused by its place among these is told by what it is. */
async function allOrNone<One, Done>(
  all: readonly One[],
  act: () => Promise<Done>,
): Promise<{ done: Done | null; refusals: ReadonlyMap<One, Refusal> }> {
  try {
    return { done: await act(), refusals: new Map() };
  } catch (error) {
    if (!(error instanceof Refused && error.refusal instanceof ItemsRefused)) throw error;
    const refusals = new Map<One, Refusal>();
    for (const { index, refusal } of error.refusal.items) {
      const one = all[index];
      if (one) refusals.set(one, refusal);
    }
    return { done: null, refusals };
  }
}

function doesNotFit({ offerTitle: title }: MeetingOffer): ApiError {
  const message = MEETING_OFFER_WORDS.endsBeforeItStarts({ title });
  return ApiError.badInput([{ path: 'input.endsAt', message }]);
}
