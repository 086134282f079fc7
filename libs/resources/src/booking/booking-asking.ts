import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { bookedAmount, type BookedAmount } from './booking-amount.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingDeadline } from './booking-deadline.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { UNTIED, type BookingTie } from './booking-tie.js';
import { Booking, BookingState } from './booking.entity.js';
import { UNTOUCHED } from './booking.policy.js';

const { REQUESTED, AWAITING_OWNER, WAITLISTED } = BookingState;

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
  /** Whether it joins the waiting list when the span is taken, instead of being refused. */
  waitIfTaken?: boolean;
  tie?: BookingTie;
}

type Asked = BookingWish & BookedAmount;

/** What becomes of a wish the moment it is uttered: confirmed, to be answered, waiting, or refused. */
@Injectable()
export class BookingAsking {
  constructor(
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly contacts: BookingContacts,
    private readonly deadline: BookingDeadline,
    private readonly waitingList: WaitingList,
  ) {}

  /** Whether it could be asked for by what is stored now, with the lock or without it. */
  async expectGrantable(tx: TenantTransaction, offer: Offer, wish: BookingWish): Promise<void> {
    const asked = { ...wish, ...bookedAmount(offer, wish.amount) };
    this.judge.expectWithinCapacity(offer, asked);
    await this.judge.expectAllowed(tx, offer, asked);
    if (!wish.waitIfTaken) await this.judge.expectFree(tx, offer, asked);
  }

  /** Under the offer's lock. `replaced` is given up once this is confirmed; its time is not in the way. */
  async ask(
    tx: TenantTransaction,
    offer: Offer,
    wish: BookingWish,
    replaced: Booking | null = null,
  ): Promise<Booking> {
    const asked = { ...wish, ...bookedAmount(offer, wish.amount) };
    this.judge.expectWithinCapacity(offer, asked);
    await this.judge.expectAllowed(tx, offer, asked);
    const givenUp = replaced?.id ?? null;
    const mustWait = wish.waitIfTaken && !(await this.judge.fits(tx, offer, asked, givenUp));
    if (mustWait) return this.wait(tx, offer, asked, givenUp);
    await this.judge.expectFree(tx, offer, asked, givenUp);
    const expiresAt = await this.judge.answerBy(tx, offer, wish);
    const isAutomatic = offer.confirmation === Confirmation.AUTOMATIC;
    const standing = {
      state: REQUESTED,
      expiresAt,
      askedAt: isAutomatic ? null : tx.now,
      replacesId: givenUp,
    };
    const booking = await this.insert(tx, offer, asked, standing);
    if (isAutomatic) return this.confirm(tx, offer, booking);
    await this.deadline.schedule(tx, booking);
    const held = offer.requestsHold ? await this.settlement.hold(tx, offer, booking) : booking;
    return isAgreed(tx, held) ? this.passOn(tx, held) : held;
  }

  /** From the committee to the owner. */
  passOn(tx: TenantTransaction, booking: Booking): Promise<Booking> {
    const passed = { agreedAt: tx.now, askedAt: tx.now, updatedAt: tx.now };
    return tx.update(Booking, booking, { state: AWAITING_OWNER, ...passed });
  }

  /** Asks for what is being taken from another, and has it at once: no rule and no owner stands in an emergency's way. */
  async takeOver(
    tx: TenantTransaction,
    offer: Offer,
    from: Booking,
    use: Pick<BookingWish, 'purpose' | 'heads'>,
  ): Promise<Booking> {
    const { offerId, networkId, startsAt, endsAt, amount, measure, overCommitted } = from;
    const contact = { name: null, phone: null };
    const wish = { offerId, networkId, startsAt, endsAt, amount, measure, ...use, contact };
    const standing = { state: REQUESTED, expiresAt: endsAt, overCommitted };
    const booking = await this.insert(tx, offer, wish, standing);
    return this.settlement.inherit(tx, offer, booking, from);
  }

  private async confirm(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    const freed = await this.settlement.giveUpReplaced(tx, booking);
    const confirmed = await this.settlement.confirm(tx, offer, booking);
    if (freed.length > 0) await this.waitingList.handOn(tx, booking, freed);
    return confirmed;
  }

  private async wait(
    tx: TenantTransaction,
    offer: Offer,
    wish: Asked,
    replacesId: string | null,
  ): Promise<Booking> {
    const { confirmation } = offer;
    const { networkId, startsAt: expiresAt } = wish;
    const agreedAt = isAgreed(tx, { confirmation, networkId }) ? tx.now : null;
    const ticket = await this.waitingList.draw(tx, offer, wish);
    const waiting = { ...ticket, state: WAITLISTED, expiresAt, agreedAt, replacesId };
    const booking = await this.insert(tx, offer, wish, waiting);
    await this.deadline.schedule(tx, booking);
    return booking;
  }

  private async insert(
    tx: TenantTransaction,
    offer: Offer,
    { contact, waitIfTaken: _, tie = UNTIED, ...asked }: Asked,
    standing: Pick<Booking, 'state' | 'expiresAt'> & Partial<Booking>,
  ): Promise<Booking> {
    const booking = await tx.insert(Booking, {
      ...asked,
      ...UNTOUCHED,
      ...tie,
      ...standing,
      id: tx.newId(),
      ownerUnitId: offer.unitId,
      requesterUnitId: tx.actor.unitId,
      offerTitle: offer.title,
      confirmation: offer.confirmation,
      requestedAt: tx.now,
      updatedAt: tx.now,
    });
    await this.contacts.addRequester(tx, booking, contact);
    return booking;
  }
}

/** A committee that asks through its own network has agreed by asking. */
function isAgreed(
  tx: TenantTransaction,
  { confirmation, networkId }: Pick<Booking, 'confirmation' | 'networkId'>,
): boolean {
  return (
    confirmation === Confirmation.OWNER_AFTER_COMMITTEE && tx.actor.convenedNetworkIds.includes(networkId)
  );
}
