import type { Span } from '#calendar';
import { ApiError, expectState, found, Refused, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Offer } from '../offer/offer.entity.js';
import { BookingContact } from './booking-contact.entity.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingEvents } from './booking-events.js';
import { BookingLock } from './booking-lock.js';
import { BookingMove } from './booking-move.js';
import { Booking, BookingState } from './booking.entity.js';
import { hasLapsed, WISHED_STATES } from './booking.policy.js';
import { BOOKING_STATES, BOOKING_WORDS } from './booking.words.js';
import { isSame } from './move-standing.js';

const { CONFIRMED } = BookingState;
const CHANGEABLE = [...WISHED_STATES, CONFIRMED];

/** What a requester may say anew; what is left out stays. */
export type BookingWords = Partial<Pick<Booking, 'purpose' | 'heads'> & ContactDraft>;

/** What the requester of one booking changes: words are taken over, another time goes the way of every move. */
@Injectable()
export class BookingChange {
  constructor(
    private readonly locks: BookingLock,
    private readonly moving: BookingMove,
    private readonly contacts: BookingContacts,
    private readonly events: BookingEvents,
  ) {}

  /** Never asks for a new answer. */
  async update(tx: TenantTransaction, id: string, version: number, words: BookingWords): Promise<Booking> {
    const { booking } = await this.lockOwn(tx, id, version);
    if (Object.values(words).every((value) => value === undefined)) return booking;
    const { purpose = booking.purpose, heads = booking.heads } = words;
    await tx.asUnit(booking.requesterUnitId, async () => {
      const contact = found((await this.contacts.listOfRequester(tx, [booking])).get(id) ?? null);
      const { name = contact.name, phone = contact.phone } = words;
      await tx.change(BookingContact, contact, { name, phone });
    });
    // In the owner's name: the row policy lets a requester end its booking, and change nothing else of it.
    return tx.asUnit(booking.ownerUnitId, () =>
      tx.update(Booking, booking, { purpose, heads, updatedAt: tx.now }),
    );
  }

  /** @returns the booking that now stands for the wish: the same, made shorter, or a request that replaces it */
  async move(
    tx: TenantTransaction,
    id: string,
    version: number,
    { waitIfTaken, ...to }: Span & { waitIfTaken: boolean },
  ): Promise<Booking> {
    const { booking, offer } = await this.lockOwn(tx, id, version);
    const plan = await this.moving.plan(tx, offer, [{ booking, to, waitIfTaken }]);
    if (isSame(to, booking) && !plan.kept.has(id)) {
      throw ApiError.badInput([{ path: 'startsAt', message: BOOKING_WORDS.sameTime }]);
    }
    const refusal = plan.refused.get(id);
    if (refusal) throw new Refused(refusal);
    const moved = found((await this.moving.carryOut(tx, offer, plan)).get(id) ?? null);
    if (moved.id !== id) await this.events.moved(tx, booking, moved);
    return moved;
  }

  private async lockOwn(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ booking: Booking; offer: Offer }> {
    const locked = await this.locks.take(tx, id, version);
    const { booking } = locked;
    if (booking.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, CHANGEABLE, BOOKING_STATES);
    if (hasLapsed(booking, tx.now)) {
      refuseState(booking, BOOKING_WORDS.hasLapsed);
    }
    if (booking.state === CONFIRMED && booking.startsAt <= tx.now) {
      refuseState(booking, BOOKING_WORDS.hasBegun);
    }
    return locked;
  }
}
