import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import type { Busy } from '../availability/free-spans.js';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { bookedAmount } from './booking-amount.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingDeadline } from './booking-deadline.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { UNTIED, type BookingTie } from './booking-tie.js';
import { Booking, BookingState } from './booking.entity.js';
import { lapseOf, UNTOUCHED } from './booking.policy.js';

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
  /** Whose wish it is when it follows by rule from another's act; then with that unit's rights. The actor's by default. */
  requesterUnitId?: string;
}

/** A wish that was found to be possible, and what is to be stored of it. */
export interface BookingDraft {
  readonly booking: Omit<Booking, 'regionId'>;
  readonly contact: ContactDraft;
  /** Whether it has its time from now on, confirmed or held. */
  readonly takes: boolean;
}

/** What becomes of a wish the moment it is uttered: confirmed, to be answered, waiting, or refused. */
@Injectable()
export class BookingAsking {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly contacts: BookingContacts,
    private readonly deadline: BookingDeadline,
    private readonly waitingList: WaitingList,
  ) {}

  /** Under the offer's lock. */
  async ask(tx: TenantTransaction, offer: Offer, wish: BookingWish): Promise<Booking> {
    const draft = await this.draft(tx, this.occupancy.diary(tx, offer), wish);
    const [booking] = (await this.store(tx, offer, [draft])).bookings;
    return found(booking ?? null);
  }

  /** Whether it could be asked for by what is stored now, with the lock or without it; throws Refused. */
  async expectGrantable(tx: TenantTransaction, offer: Offer, wish: BookingWish): Promise<void> {
    const diary = this.occupancy.diary(tx, offer);
    const asked = { ...wish, ...bookedAmount(offer, wish.amount) };
    this.judge.expectWithinCapacity(offer, asked);
    await this.judge.expectAllowed(diary, asked);
    if (!wish.waitIfTaken) await this.judge.expectFree(diary, asked);
  }

  /**
   * Judges a wish by the diary, and notes there what it will take; nothing is written. What is `replaced` is given up
   * once this is confirmed; its time is not in the way, nor is that of what else is `givenUp`. Throws Refused.
   */
  async draft(
    tx: TenantTransaction,
    diary: OfferDiary,
    wish: BookingWish,
    replaced: Booking | null = null,
    givenUp: readonly string[] = [],
  ): Promise<BookingDraft> {
    const { offer } = diary;
    const { contact, waitIfTaken, tie = UNTIED, requesterUnitId = tx.actor.unitId, ...wanted } = wish;
    const asked = { ...wanted, ...bookedAmount(offer, wish.amount) };
    this.judge.expectWithinCapacity(offer, asked);
    await this.judge.expectAllowed(diary, asked, givenUp);
    const mustWait = waitIfTaken && !(await this.judge.fits(diary, asked, givenUp));
    if (!mustWait) await this.judge.expectFree(diary, asked, givenUp);
    const deadline = mustWait ? asked.startsAt : await this.judge.answerBy(diary, asked);
    const isAsked = !mustWait && offer.confirmation !== Confirmation.AUTOMATIC;
    const booking = {
      ...freshOf(tx, offer, requesterUnitId, { ...asked, ...tie }),
      askedAt: isAsked ? tx.now : null,
      replacesId: replaced?.id ?? null,
      state: mustWait ? WAITLISTED : REQUESTED,
      agreedAt: mustWait && isAgreed(tx, offer, asked) ? tx.now : null,
      expiresAt: lapseOf(deadline, replaced),
    };
    const takes = !mustWait && (await this.note(diary, booking, replaced, givenUp));
    return { booking, contact, takes };
  }

  /** What was drafted for one offer. @returns it in its order, and what is free now of what it replaces */
  async store(
    tx: TenantTransaction,
    offer: Offer,
    drafts: readonly BookingDraft[],
  ): Promise<{ bookings: Booking[]; freed: readonly Busy[] }> {
    const stored = await this.insert(tx, offer, drafts);
    const [waiting, open] = partition(stored, ({ state }) => state === WAITLISTED);
    const isAutomatic = offer.confirmation === Confirmation.AUTOMATIC;
    await this.deadline.schedule(tx, isAutomatic ? waiting : stored);
    const freed = isAutomatic ? await this.settlement.giveUpReplaced(tx, open) : [];
    const taking = new Set(drafts.flatMap(({ booking, takes }) => (takes ? booking.id : [])));
    const settled = isAutomatic
      ? await this.settlement.confirmAll(tx, offer, open)
      : await this.putTo(tx, offer, open, taking);
    const byId = new Map([...waiting, ...settled].map((booking) => [booking.id, booking]));
    return { bookings: drafts.flatMap(({ booking }) => byId.get(booking.id) ?? []), freed };
  }

  /** From the committee to the owner. */
  passOn(tx: TenantTransaction, bookings: readonly Booking[]): Promise<Booking[]> {
    const agreed = { state: AWAITING_OWNER, agreedAt: tx.now, askedAt: tx.now, updatedAt: tx.now };
    return tx.updateAll(Booking, bookings, () => agreed);
  }

  /** Asks for what is being taken from another, and has it at once: no rule and no owner stands in an emergency's way. */
  async takeOver(
    tx: TenantTransaction,
    offer: Offer,
    from: Booking,
    use: Pick<BookingWish, 'purpose' | 'heads'>,
  ): Promise<Booking> {
    const { offerId, networkId, startsAt, endsAt, amount, measure, overCommitted } = from;
    const wish = { offerId, networkId, startsAt, endsAt, amount, measure, ...use, ...UNTIED };
    const booking = {
      ...freshOf(tx, offer, tx.actor.unitId, wish),
      state: REQUESTED,
      expiresAt: endsAt,
      overCommitted,
    };
    const contact = { name: null, phone: null };
    const [stored] = await this.insert(tx, offer, [{ booking, contact, takes: true }]);
    return this.settlement.inherit(tx, offer, found(stored ?? null), from);
  }

  /** A time that lies beside what it replaces alone is not held: it is its requester's already. */
  private async note(
    diary: OfferDiary,
    booking: BookingDraft['booking'],
    replaced: Booking | null,
    givenUp: readonly string[],
  ): Promise<boolean> {
    const { offer } = diary;
    const isAutomatic = offer.confirmation === Confirmation.AUTOMATIC;
    if (isAutomatic && replaced) diary.free([replaced.id]);
    const takes =
      isAutomatic ||
      (offer.requestsHold && (givenUp.length === 0 || (await this.judge.fits(diary, booking))));
    if (takes) diary.take(booking);
    else diary.ask(booking);
    return takes;
  }

  private async insert(
    tx: TenantTransaction,
    offer: Offer,
    drafts: readonly BookingDraft[],
  ): Promise<Booking[]> {
    const waiting = drafts.map(({ booking }) => booking).filter(({ state }) => state === WAITLISTED);
    const tickets = await this.waitingList.draw(tx, offer, waiting);
    const ticketOf = new Map(waiting.map(({ id }, at) => [id, tickets[at]]));
    const rows = drafts.map(({ booking }) => ({ ...booking, ...ticketOf.get(booking.id) }));
    const bookings = await tx.insertAll(Booking, rows);
    const contacts = drafts.map(({ contact }) => contact);
    await this.contacts.addRequester(tx, bookings, contacts);
    return bookings;
  }

  /** Before those whose word it needs; held until they give it, if the offer says so. */
  private async putTo(
    tx: TenantTransaction,
    offer: Offer,
    open: readonly Booking[],
    holding: ReadonlySet<string>,
  ): Promise<Booking[]> {
    const [holds, others] = partition(open, ({ id }) => holding.has(id));
    const asked = [...(await this.settlement.hold(tx, offer, holds)), ...others];
    const [agreed, unanswered] = partition(asked, (booking) => isAgreed(tx, offer, booking));
    return [...(await this.passOn(tx, agreed)), ...unanswered];
  }
}

/** As it is before anybody has answered; it lacks what it is to wait for. */
function freshOf(
  tx: TenantTransaction,
  offer: Offer,
  requesterUnitId: string,
  wanted: BookingTie &
    Pick<
      Booking,
      'offerId' | 'networkId' | 'startsAt' | 'endsAt' | 'purpose' | 'heads' | 'amount' | 'measure'
    >,
) {
  return {
    ...UNTOUCHED,
    ...wanted,
    id: tx.newId(),
    ownerUnitId: offer.unitId,
    requesterUnitId,
    offerTitle: offer.title,
    confirmation: offer.confirmation,
    requestedAt: tx.now,
    updatedAt: tx.now,
  };
}

/** A committee that asks through its own network has agreed by asking. */
function isAgreed(
  tx: TenantTransaction,
  { confirmation }: Offer,
  { networkId }: Pick<Booking, 'networkId'>,
): boolean {
  return (
    confirmation === Confirmation.OWNER_AFTER_COMMITTEE && tx.actor.convenedNetworkIds.includes(networkId)
  );
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
