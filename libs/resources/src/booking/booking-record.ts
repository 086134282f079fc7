import { ApiError, found, Refused } from '#graphql';
import { expectTakesPart, Membership, MembershipRole, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { OfferPublication } from '../offer/offer-publication.entity.js';
import { Offer } from '../offer/offer.entity.js';
import { UseLedger } from '../use/use-ledger.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { bookedAmount, type BookedAmount } from './booking-amount.js';
import { BookingJudge } from './booking-judge.js';
import { UNTIED } from './booking-tie.js';
import { Booking, BookingState } from './booking.entity.js';
import { UNTOUCHED } from './booking.policy.js';
import { BOOKING_WORDS } from './booking.words.js';
import { earliestRecordable, NotRecordable } from './booking.refusals.js';

/** What has been used without having been asked for here. */
export interface PastUse {
  offerId: string;
  networkId: string;
  requesterUnitId: string;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  heads: number | null;
  /** How much of a pool. */
  amount?: string | null;
}

/** After the fact (补录): the owner, or a committee on its behalf, writes down a use that is over and clashed with nothing. */
@Injectable()
export class BookingRecord {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly ledger: UseLedger,
    private readonly followUp: UseFollowUp,
  ) {}

  /** Hours, lead time, longest span and sessions do not bind what has happened; other bookings and their buffers do. */
  async record(tx: TenantTransaction, use: PastUse): Promise<Booking> {
    expectPast(tx.now, use);
    await expectTakesPart(tx, [use.networkId]);
    await this.occupancy.lock(tx, use.offerId);
    const offer = found(await tx.find<Offer>(Offer, use.offerId));
    if (offer.unitId !== tx.actor.unitId) {
      throw ApiError.forbidden(BOOKING_WORDS.ownerRecords);
    }
    await expectShared(tx, use);
    const used = { ...use, ...bookedAmount(offer, use.amount) };
    await this.judge.expectNotTaken(this.occupancy.diary(tx, offer), used);
    const booking = await this.insert(tx, offer, used);
    await tx.asUnit(offer.unitId, () => this.occupancy.take(tx, offer, [booking]));
    const facts = { handedOverAt: use.startsAt, returnedAt: use.endsAt, heads: use.heads };
    await this.ledger.complete(tx, booking, { ...facts, amount: booking.amount, kwh: null });
    await this.followUp.now(tx, [booking]);
    return booking;
  }

  private insert(tx: TenantTransaction, offer: Offer, use: PastUse & BookedAmount): Promise<Booking> {
    return tx.insert(Booking, {
      ...use,
      ...UNTIED,
      id: tx.newId(),
      ownerUnitId: offer.unitId,
      offerTitle: offer.title,
      confirmation: offer.confirmation,
      ...UNTOUCHED,
      state: BookingState.COMPLETED,
      requestedAt: tx.now,
      expiresAt: tx.now,
      settledAt: tx.now,
      recordedAt: tx.now,
      updatedAt: tx.now,
    });
  }
}

function expectPast(now: Date, { startsAt, endsAt }: PastUse): void {
  const earliestStart = earliestRecordable(now);
  if (endsAt > now || startsAt < earliestStart) throw new Refused(new NotRecordable(earliestStart, now));
}

/** The network is one in which the offer was shown, and in which its user takes part. */
async function expectShared(
  tx: TenantTransaction,
  { offerId, networkId, requesterUnitId }: PastUse,
): Promise<void> {
  const { regionId } = tx;
  found(await tx.manager.findOneBy(OfferPublication, { regionId, offerId, networkId }));
  const role = In([MembershipRole.PARTNER, MembershipRole.CONVENER]);
  const state = MembershipState.ACTIVE;
  const user = { regionId, networkId, unitId: requesterUnitId, role, state };
  found(await tx.manager.findOneBy(Membership, user));
}
