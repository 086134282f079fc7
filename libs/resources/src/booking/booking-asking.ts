import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Occupancy } from '../occupancy/occupancy.entity.js';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingDeadline } from './booking-deadline.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
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
  contact: ContactDraft;
  /** Whether it joins the waiting list when the span is taken, instead of being refused. */
  waitIfTaken?: boolean;
}

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

  /** Under the offer's lock. `replaced` is given up once this is confirmed; its time is not in the way. */
  async ask(
    tx: TenantTransaction,
    offer: Offer,
    wish: BookingWish,
    replaced: Booking | null = null,
  ): Promise<Booking> {
    await this.judge.expectAllowed(tx, offer, wish);
    const givenUp = replaced?.id ?? null;
    const clashes = await this.judge.listClashes(tx, offer, wish, givenUp);
    if (clashes.length > 0 && wish.waitIfTaken) return this.wait(tx, offer, wish, givenUp);
    await this.judge.expectFree(tx, offer, wish, givenUp);
    const expiresAt = await this.judge.answerBy(tx, offer, wish);
    const booking = await this.insert(tx, offer, wish, { state: REQUESTED, expiresAt, replacesId: givenUp });
    if (offer.confirmation === Confirmation.AUTOMATIC) return this.confirm(tx, offer, booking);
    await this.deadline.schedule(tx, booking);
    const held = offer.requestsHold ? await this.settlement.hold(tx, offer, booking) : booking;
    return isAgreed(tx, held) ? this.passOn(tx, held) : held;
  }

  /** From the committee to the owner. */
  passOn(tx: TenantTransaction, booking: Booking): Promise<Booking> {
    return tx.update(Booking, booking, { state: AWAITING_OWNER, agreedAt: tx.now, updatedAt: tx.now });
  }

  /** Asks for what has just been taken from another, and has it at once: no rule and no owner stands in an emergency's way. */
  async takeOver(
    tx: TenantTransaction,
    offer: Offer,
    { offerId, networkId, startsAt, endsAt }: Booking,
    taken: readonly Occupancy[],
    use: Pick<BookingWish, 'purpose' | 'heads'>,
  ): Promise<Booking> {
    const wish = { offerId, networkId, startsAt, endsAt, ...use, contact: { name: null, phone: null } };
    const booking = await this.insert(tx, offer, wish, { state: REQUESTED, expiresAt: endsAt });
    return this.settlement.inherit(tx, offer, booking, taken);
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
    wish: BookingWish,
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
    { contact, waitIfTaken: _, ...asked }: BookingWish,
    standing: Pick<Booking, 'state' | 'expiresAt'> & Partial<Booking>,
  ): Promise<Booking> {
    const booking = await tx.insert(Booking, {
      ...asked,
      ...UNTOUCHED,
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
