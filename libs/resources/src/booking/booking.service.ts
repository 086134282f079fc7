import { ApiError, expectState, expectVersion, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Confirmation, Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { bookedAmount } from './booking-amount.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingExpiry } from './booking-expiry.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { confirmableStates, OPEN_STATES } from './booking.policy.js';
import { BOOKING_STATES, BOOKING_WORDS } from './booking.words.js';

const { REQUESTED, AWAITING_OWNER, CONFIRMED, COMPLETED, DECLINED, WITHDRAWN, CANCELLED } = BookingState;

export interface BookingWish {
  offerId: string;
  networkId: string;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  heads: number | null;
  /** How much of a pool. */
  amount?: string | null;
  contact: ContactDraft;
}

/** What the owner wants done with requests that cannot stand beside the one that is confirmed. */
export type RivalAnswer = 'DECLINE' | 'KEEP';

/** From the wish of one unit to the word of another. Every step decides under the lock of the offer. */
@Injectable()
export class BookingService {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly contacts: BookingContacts,
    private readonly expiry: BookingExpiry,
  ) {}

  /** Refused at once when a rule or something confirmed is in the way; other requests are not. */
  async request(tx: TenantTransaction, wish: BookingWish): Promise<Booking> {
    const { contact, ...wanted } = wish;
    await expectTakesPart(tx, [wish.networkId]);
    await this.occupancy.lock(tx, wish.offerId);
    const offer = found(await tx.find<Offer>(Offer, wish.offerId));
    if (!offer.networkIds.includes(wish.networkId)) throw ApiError.notFound();
    const asked = { ...wanted, ...bookedAmount(offer, wish.amount) };
    const expiresAt = await this.judge.expectGrantable(tx, offer, asked);
    const booking = await tx.insert(Booking, {
      ...asked,
      id: tx.newId(),
      ownerUnitId: offer.unitId,
      requesterUnitId: tx.actor.unitId,
      offerTitle: offer.title,
      confirmation: offer.confirmation,
      state: REQUESTED,
      requestedAt: tx.now,
      expiresAt,
      agreedAt: null,
      settledAt: null,
      reason: null,
      remark: null,
      recordedAt: null,
      overCommitted: false,
      updatedAt: tx.now,
      version: 1,
    });
    await this.contacts.addRequester(tx, booking, contact);
    if (offer.confirmation === Confirmation.AUTOMATIC) return this.settlement.confirm(tx, offer, booking);
    await this.expiry.schedule(tx, booking);
    const committeeAsks = tx.actor.convenedNetworkIds.includes(booking.networkId);
    if (offer.confirmation === Confirmation.OWNER_AFTER_COMMITTEE && committeeAsks)
      return this.passOn(tx, booking);
    return booking;
  }

  /** The committee of the network passes the request on to the owner. */
  async agree(tx: TenantTransaction, id: string, version: number): Promise<Booking> {
    const { booking } = await this.lock(tx, id, version);
    if (!tx.actor.convenedNetworkIds.includes(booking.networkId)) throw ApiError.forbidden();
    expectState(booking, [REQUESTED], BOOKING_STATES);
    if (booking.confirmation !== Confirmation.OWNER_AFTER_COMMITTEE) {
      throw new Refused(new WrongState(booking.state, BOOKING_WORDS.ownerAlone));
    }
    this.expectUnexpired(tx, booking);
    return this.passOn(tx, booking);
  }

  /** The owner says yes; the requests that it beats are declined, or stay for the owner to answer. */
  async confirm(
    tx: TenantTransaction,
    id: string,
    version: number,
    rivals: RivalAnswer,
  ): Promise<{ booking: Booking; rivals: Booking[] }> {
    const { booking, offer } = await this.lock(tx, id, version);
    if (booking.ownerUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, confirmableStates(booking.confirmation), BOOKING_STATES);
    this.expectUnexpired(tx, booking);
    await this.judge.expectFree(tx, offer, booking);
    const confirmed = await this.settlement.confirm(tx, offer, booking);
    const beaten = await this.judge.listUngrantable(
      tx,
      offer,
      await this.settlement.listRivals(tx, offer, booking),
    );
    if (rivals === 'KEEP') return { booking: confirmed, rivals: beaten };
    const declined: Booking[] = [];
    for (const rival of beaten) {
      declined.push(await this.settlement.settle(tx, rival, DECLINED, BookingReason.CLASH, null));
    }
    return { booking: confirmed, rivals: declined };
  }

  /** The owner says no; so may the committee while the request waits for its word. */
  async decline(tx: TenantTransaction, id: string, version: number, remark: string | null): Promise<Booking> {
    const { booking } = await this.lock(tx, id, version);
    const { actor } = tx;
    const asked = booking.confirmation === Confirmation.OWNER_AFTER_COMMITTEE && booking.state === REQUESTED;
    const isOwner = booking.ownerUnitId === actor.unitId;
    const isCommittee = actor.convenedNetworkIds.includes(booking.networkId);
    if (!isOwner && !(isCommittee && asked)) throw ApiError.forbidden();
    expectState(booking, OPEN_STATES, BOOKING_STATES);
    const reason = isOwner ? BookingReason.OWNER_DECLINED : BookingReason.COMMITTEE_DECLINED;
    return this.settlement.settle(tx, booking, DECLINED, reason, remark);
  }

  /** The requester takes an unanswered request back. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Booking> {
    const { booking } = await this.lock(tx, id, version);
    if (booking.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, OPEN_STATES, BOOKING_STATES);
    return this.settlement.settle(tx, booking, WITHDRAWN, null, null);
  }

  /** Either side calls off what is confirmed and has not begun, or strikes out what was recorded; the time is free again. */
  async cancel(tx: TenantTransaction, id: string, version: number, remark: string | null): Promise<Booking> {
    const { booking } = await this.lock(tx, id, version);
    if (![booking.requesterUnitId, booking.ownerUnitId].includes(tx.actor.unitId)) throw ApiError.forbidden();
    expectCancellable(tx, booking);
    await this.settlement.release(tx, booking);
    return this.settlement.settle(tx, booking, CANCELLED, null, remark);
  }

  private passOn(tx: TenantTransaction, booking: Booking): Promise<Booking> {
    return tx.update(Booking, booking, { state: AWAITING_OWNER, agreedAt: tx.now, updatedAt: tx.now });
  }

  private expectUnexpired(tx: TenantTransaction, booking: Booking): void {
    if (booking.expiresAt > tx.now) return;
    throw new Refused(new WrongState(booking.state, BOOKING_WORDS.hasLapsed));
  }

  /** First the offer, then the booking: every act takes its locks in this order. */
  private async lock(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ booking: Booking; offer: Offer }> {
    const { offerId, ownerUnitId } = found(await tx.find(Booking, id));
    const offer = await tx.asUnit(ownerUnitId, async () => {
      await this.occupancy.lock(tx, offerId);
      return found(await tx.find<Offer>(Offer, offerId));
    });
    const booking = found(await tx.lock(Booking, id));
    expectVersion(booking, version);
    return { booking, offer };
  }
}

function expectCancellable(tx: TenantTransaction, booking: Booking): void {
  if (booking.recordedAt && booking.state === COMPLETED) return;
  expectState(booking, [CONFIRMED], BOOKING_STATES);
  if (booking.startsAt <= tx.now) {
    throw new Refused(new WrongState(booking.state, BOOKING_WORDS.hasBegun));
  }
}
