import { MS_PER_MINUTE, type Span } from '#calendar';
import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Busy } from '../availability/free-spans.js';
import { BookingDeadline } from '../booking/booking-deadline.js';
import { BookingJudge } from '../booking/booking-judge.js';
import { BookingSettlement } from '../booking/booking-settlement.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
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
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly deadline: BookingDeadline,
  ) {}

  /** The next place for that span; asked under the offer's lock. */
  async draw(tx: TenantTransaction, offer: Offer, span: Span): Promise<WaitingTicket> {
    const waiting = await tx.asUnit(offer.unitId, () => this.list(tx, offer.id));
    const last = waiting.at(-1)?.waitingNumber ?? 0;
    return { waitingNumber: last + 1, waitingPlace: placeAfter(waiting, span) };
  }

  /** Puts an open request, whose time has been given away, at the end of the list. */
  async append(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    const waiting = await tx.update(Booking, booking, {
      ...(await this.draw(tx, offer, booking)),
      state: BookingState.WAITLISTED,
      holds: false,
      overCommitted: false,
      expiresAt: booking.startsAt,
      askedAt: null,
      updatedAt: tx.now,
    });
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
    const givenUp: Busy[] = [];
    for (const booking of await this.list(tx, offer.id)) {
      const waitedForIt = freed.some((taken) => stoodInTheWay(taken, booking, gap));
      if (!waitedForIt || booking.startsAt <= tx.now) continue;
      const replaced = await this.settlement.findReplaced(tx, booking);
      if (!(await this.judge.fits(tx, offer, booking, replaced?.id))) continue;
      if (!(await this.judge.isStillAllowed(tx, offer, booking))) continue;
      const asked = await this.setWay(tx, offer, booking);
      if (asked.confirmation === Confirmation.AUTOMATIC) {
        givenUp.push(...(await this.settlement.giveUpReplaced(tx, asked)));
        await this.settlement.confirm(tx, offer, asked);
      } else {
        await this.ask(tx, offer, asked);
      }
    }
    return givenUp;
  }

  /** The offer's present way of confirming; an owner who now has less time than it wants is asked in any case. */
  private async setWay(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    const isShort = await this.judge.isShort(tx, offer, booking);
    const isAutomatic = offer.confirmation === Confirmation.AUTOMATIC;
    const confirmation = isShort && isAutomatic ? Confirmation.OWNER : offer.confirmation;
    return confirmation === booking.confirmation ? booking : tx.change(Booking, booking, { confirmation });
  }

  /** It is to be answered now, and keeps its span until then: whoever came later waits on. */
  private async ask(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<void> {
    const asked = await tx.update(Booking, booking, {
      // A committee that has agreed once is not asked again.
      state: booking.agreedAt ? BookingState.AWAITING_OWNER : BookingState.REQUESTED,
      waitingNumber: null,
      waitingPlace: null,
      expiresAt: await this.judge.answerBy(tx, offer, booking),
      askedAt: tx.now,
      updatedAt: tx.now,
    });
    await this.settlement.hold(tx, offer, asked);
    await this.deadline.schedule(tx, asked);
  }

  private async count(tx: TenantTransaction, offerId: string): Promise<void> {
    const waiting = await this.list(tx, offerId);
    for (const [at, booking] of waiting.entries()) {
      const waitingPlace = placeAfter(waiting.slice(0, at), booking);
      if (waitingPlace !== booking.waitingPlace) await tx.change(Booking, booking, { waitingPlace });
    }
  }

  private async list(tx: TenantTransaction, offerId: string): Promise<Booking[]> {
    return tx.manager.find(Booking, {
      where: { regionId: tx.regionId, offerId, state: BookingState.WAITLISTED },
      order: { waitingNumber: 'ASC', id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }
}

function placeAfter(waiting: readonly Booking[], { startsAt, endsAt }: Span): number {
  return 1 + waiting.filter((other) => other.startsAt < endsAt && startsAt < other.endsAt).length;
}

function stoodInTheWay(taken: Busy, { startsAt, endsAt }: Span, gap: number): boolean {
  return startsAt < taken.keptUntil && taken.startsAt.getTime() < endsAt.getTime() + gap;
}
