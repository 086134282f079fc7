import { MS_PER_MINUTE, type Span } from '#calendar';
import { found } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Busy } from '../availability/free-spans.js';
import { monthOf } from '../availability/sessions.js';
import { BookingDeadline } from '../booking/booking-deadline.js';
import { BookingJudge } from '../booking/booking-judge.js';
import { BookingSettlement } from '../booking/booking-settlement.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { hasLapsed, lapseOf } from '../booking/booking.policy.js';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { sessionsPerMonthOf } from '../offer/offer-sessions.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import { Confirmation, Offer } from '../offer/offer.entity.js';

/** Where a wish stands on the waiting list of an offer. */
export interface WaitingTicket {
  waitingNumber: number;
  waitingPlace: number;
}

/** Gives what falls free to those who wait for it: whoever waits longest among those whose whole wish then fits, by the offer's terms of that moment. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly deadline: BookingDeadline,
  ) {}

  /** The next places for those spans, one after the other; asked under the offer's lock. */
  async draw(tx: TenantTransaction, offer: Offer, spans: readonly Span[]): Promise<WaitingTicket[]> {
    if (spans.length === 0) return [];
    const waiting = await tx.asUnit(offer.unitId, () => this.list(tx, offer.id));
    const last = waiting.at(-1)?.waitingNumber ?? 0;
    return spans.map((span, at) => ({
      waitingNumber: last + 1 + at,
      waitingPlace: placeAfter([...waiting, ...spans.slice(0, at)], span),
    }));
  }

  /** Puts open requests of one offer, whose time has been given away, at the end of the list; in their order. */
  async append(tx: TenantTransaction, offer: Offer, bookings: readonly Booking[]): Promise<Booking[]> {
    const tickets = await this.draw(tx, offer, bookings);
    const ticketOf = new Map(bookings.map(({ id }, at) => [id, tickets[at]]));
    const replaced = await this.settlement.listReplaced(tx, bookings);
    const waiting = await tx.updateAll(Booking, bookings, ({ id, startsAt }) => ({
      ...ticketOf.get(id),
      state: BookingState.WAITLISTED,
      holds: false,
      overCommitted: false,
      expiresAt: lapseOf(startsAt, replaced.get(id) ?? null),
      askedAt: null,
      updatedAt: tx.now,
    }));
    await this.deadline.schedule(tx, waiting);
    return waiting;
  }

  /** In the owner's name and under the offer's lock; then counts the places of those who wait on. */
  async handOn(
    tx: TenantTransaction,
    { offerId, ownerUnitId }: Pick<Booking, 'offerId' | 'ownerUnitId'>,
    freed: readonly Busy[],
  ): Promise<void> {
    await tx.asUnit(ownerUnitId, async () => {
      const offer = found(await tx.find<Offer>(Offer, offerId));
      for (let left = freed; left.length > 0;) left = await this.promote(tx, offer, left);
      await this.count(tx, offerId);
    });
  }

  /** @returns what those who moved up have given up for it */
  private async promote(tx: TenantTransaction, offer: Offer, freed: readonly Busy[]): Promise<Busy[]> {
    const gap = gapMinutesOf(offer) * MS_PER_MINUTE;
    const months = await this.listMonths(tx, offer, freed);
    const givenUp: Busy[] = [];
    for (const booking of await this.list(tx, offer.id)) {
      const waitedForIt =
        freed.some((taken) => stoodInTheWay(taken, booking, gap)) ||
        months.some((month) => month.startsAt <= booking.startsAt && booking.startsAt < month.endsAt);
      if (!waitedForIt || hasLapsed(booking, tx.now)) continue;
      const replaced = await this.settlement.findReplaced(tx, booking);
      const diary = this.occupancy.diary(tx, offer);
      if (!(await this.judge.fits(diary, booking, replaced ? [replaced.id] : []))) continue;
      if (!(await this.judge.isStillAllowed(diary, booking))) continue;
      const asked = await this.setWay(tx, diary, booking);
      if (asked.confirmation === Confirmation.AUTOMATIC) {
        givenUp.push(...(await this.settlement.giveUpReplaced(tx, [asked])));
        await this.settlement.confirm(tx, offer, asked);
      } else {
        await this.ask(tx, diary, asked, replaced);
      }
    }
    return givenUp;
  }

  /** Those of which a session falls free with it. */
  private async listMonths(tx: TenantTransaction, offer: Offer, freed: readonly Busy[]): Promise<Span[]> {
    if (sessionsPerMonthOf(offer) === null) return [];
    const zone = await timeZoneOf(tx);
    return freed.map(({ startsAt }) => monthOf(startsAt, zone));
  }

  /** The offer's present way of confirming; an owner who now has less time than it wants is asked in any case. */
  private async setWay(tx: TenantTransaction, diary: OfferDiary, booking: Booking): Promise<Booking> {
    const isShort = await this.judge.isShort(diary, booking);
    const present = diary.offer.confirmation;
    const confirmation = isShort && present === Confirmation.AUTOMATIC ? Confirmation.OWNER : present;
    return confirmation === booking.confirmation ? booking : tx.change(Booking, booking, { confirmation });
  }

  /**
   * It is to be answered now, and keeps its span until then: whoever came later waits on. One that fits only beside what
   * it replaces keeps nothing: that time is its requester's already.
   */
  private async ask(
    tx: TenantTransaction,
    diary: OfferDiary,
    booking: Booking,
    replaced: Booking | null,
  ): Promise<void> {
    const asked = await tx.update(Booking, booking, {
      // A committee that has agreed once is not asked again.
      state: booking.agreedAt ? BookingState.AWAITING_OWNER : BookingState.REQUESTED,
      waitingNumber: null,
      waitingPlace: null,
      expiresAt: lapseOf(await this.judge.answerBy(diary, booking), replaced),
      askedAt: tx.now,
      updatedAt: tx.now,
    });
    const canHold = !replaced || (await this.judge.fits(diary, asked));
    if (canHold) await this.settlement.hold(tx, diary.offer, [asked]);
    await this.deadline.schedule(tx, [asked]);
  }

  private async count(tx: TenantTransaction, offerId: string): Promise<void> {
    const waiting = await this.list(tx, offerId);
    const places = new Map(
      waiting.map((booking, at) => [booking, placeAfter(waiting.slice(0, at), booking)]),
    );
    const moved = waiting.filter((booking) => places.get(booking) !== booking.waitingPlace);
    await tx.changeAll(Booking, moved, (booking) => ({ waitingPlace: places.get(booking) ?? null }));
  }

  private async list(tx: TenantTransaction, offerId: string): Promise<Booking[]> {
    return tx.manager.find(Booking, {
      where: { regionId: tx.regionId, offerId, state: BookingState.WAITLISTED },
      order: { waitingNumber: 'ASC', id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }
}

function placeAfter(waiting: readonly Span[], { startsAt, endsAt }: Span): number {
  return 1 + waiting.filter((other) => other.startsAt < endsAt && startsAt < other.endsAt).length;
}

function stoodInTheWay(taken: Busy, { startsAt, endsAt }: Span, gap: number): boolean {
  return startsAt < taken.keptUntil && taken.startsAt.getTime() < endsAt.getTime() + gap;
}
