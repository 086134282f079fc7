import type { Span } from '#calendar';
import { ApiError, expectState, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingAsking } from './booking-asking.js';
import { BookingContact } from './booking-contact.entity.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingJudge } from './booking-judge.js';
import { BookingLock } from './booking-lock.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';
import { BOOKING_STATES, BOOKING_WORDS } from './booking.words.js';

const { CONFIRMED, WITHDRAWN } = BookingState;
const CHANGEABLE = [...WISHED_STATES, CONFIRMED];
/** What came after the owner's word, and which the booking has outlasted. */
const KEPT = ['OUTSIDE_HOURS', 'CLOSED'] as const;

/** What a requester may say anew; what is left out stays. */
export type BookingWords = Partial<Pick<Booking, 'purpose' | 'heads'> & ContactDraft>;

/** Changes of what was asked for: words are taken over, a shorter time is kept, any other time is asked for again. */
@Injectable()
export class BookingChange {
  constructor(
    private readonly locks: BookingLock,
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly asking: BookingAsking,
    private readonly settlement: BookingSettlement,
    private readonly waitingList: WaitingList,
    private readonly contacts: BookingContacts,
    private readonly followUp: UseFollowUp,
  ) {}

  /** Never asks for a new answer. */
  async update(tx: TenantTransaction, id: string, version: number, words: BookingWords): Promise<Booking> {
    const { booking } = await this.lockOwn(tx, id, version);
    if (Object.values(words).every((value) => value === undefined)) return booking;
    const { purpose = booking.purpose, heads = booking.heads } = words;
    await tx.asUnit(booking.requesterUnitId, async () => {
      const contact = await this.contactOf(tx, booking);
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
    wish: Span & { waitIfTaken: boolean },
  ): Promise<Booking> {
    const { booking, offer } = await this.lockOwn(tx, id, version);
    if (isSame(wish, booking)) {
      throw ApiError.badInput([{ path: 'startsAt', message: BOOKING_WORDS.sameTime }]);
    }
    if (booking.state === CONFIRMED && lies(wish, booking)) return this.shorten(tx, offer, booking, wish);
    await expectTakesPart(tx, [booking.networkId]);
    if (!offer.networkIds.includes(booking.networkId)) {
      throw new Refused(new WrongState(booking.state, BOOKING_WORDS.noLongerLent));
    }
    return this.askAgain(tx, offer, booking, wish);
  }

  private async shorten(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    { startsAt, endsAt }: Span,
  ): Promise<Booking> {
    await this.judge.expectAllowed(tx, offer, { startsAt, endsAt, amount: booking.amount }, KEPT);
    const shorter = await tx.asUnit(booking.ownerUnitId, async () => {
      const changed = await tx.update(Booking, booking, { startsAt, endsAt, updatedAt: tx.now });
      const had = await this.occupancy.narrow(tx, offer, booking, changed);
      await this.waitingList.handOn(tx, booking, had);
      return changed;
    });
    await this.followUp.schedule(tx, shorter);
    return shorter;
  }

  /** What is confirmed holds until the new request is; what is not confirmed is taken back for it. */
  private async askAgain(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    { startsAt, endsAt, waitIfTaken }: Span & { waitIfTaken: boolean },
  ): Promise<Booking> {
    const isConfirmed = booking.state === CONFIRMED;
    const outdated = isConfirmed ? await this.listPending(tx, booking) : [booking];
    const replaced = isConfirmed ? booking : await this.settlement.findReplaced(tx, booking);
    const { offerId, networkId, purpose, heads, amount } = booking;
    const { name, phone } = await this.contactOf(tx, booking);
    const contact = { name, phone };
    const freed: Busy[] = [];
    for (const one of outdated) {
      await this.settlement.settle(tx, one, WITHDRAWN, BookingReason.MOVED, null);
      freed.push(...(await this.settlement.release(tx, one)));
    }
    // Still the same date of its series, and part of what was asked for with it.
    const { bundleId, seriesId, originalStart } = booking;
    const tie = { bundleId, seriesId, originalStart };
    const wish = { offerId, networkId, purpose, heads, amount, contact, startsAt, endsAt, waitIfTaken, tie };
    const asked = await this.asking.ask(tx, offer, wish, replaced);
    if (outdated.length > 0) await this.waitingList.handOn(tx, booking, freed);
    return asked;
  }

  /** Earlier wishes to move it that nobody has answered. */
  private listPending(tx: TenantTransaction, { id: replacesId }: Booking): Promise<Booking[]> {
    return tx.manager.find(Booking, {
      where: { regionId: tx.regionId, replacesId, state: In(WISHED_STATES) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private contactOf(tx: TenantTransaction, { id, requesterUnitId }: Booking): Promise<BookingContact> {
    return tx.asUnit(requesterUnitId, async () => found(await this.contacts.find(tx, id, requesterUnitId)));
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
    if (booking.state === CONFIRMED && booking.startsAt <= tx.now) {
      throw new Refused(new WrongState(booking.state, BOOKING_WORDS.hasBegun));
    }
    return locked;
  }
}

function isSame(one: Span, other: Span): boolean {
  return lies(one, other) && lies(other, one);
}

function lies(inner: Span, outer: Span): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
}
