import { MS_PER_DAY } from '#calendar';
import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingEnding } from '../booking/booking-ending.js';
import { BookingLock } from '../booking/booking-lock.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { BOOKING_STATES } from '../booking/booking.words.js';
import { NoShows } from './no-shows.js';
import { expectHandOver, expectPossible, notedFacts, toMinute, type UseNote } from './use-facts.js';
import { UseFollowUp } from './use-follow-up.js';
import { UseLedger } from './use-ledger.js';
import { USE_WORDS } from './use.words.js';

const { CONFIRMED, IN_USE, COMPLETED, NO_SHOW } = BookingState;
/** As long as a past use can be recorded. */
const NOTABLE_DAYS = 90;

/** Hand-over and return, as either side notes them; the last word counts, and the audit lines keep the others. */
@Injectable()
export class UseService {
  constructor(
    private readonly locks: BookingLock,
    private readonly ledger: UseLedger,
    private readonly noShows: NoShows,
    private readonly followUp: UseFollowUp,
    private readonly ending: BookingEnding,
  ) {}

  /** Again while it is in use to correct the time. */
  async noteHandOver(tx: TenantTransaction, id: string, version: number, at?: Date | null): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    expectSide(tx, booking);
    expectState(booking, [CONFIRMED, IN_USE], BOOKING_STATES);
    expectOpen(tx, booking);
    const when = toMinute(at ?? tx.now);
    expectHandOver(booking, when, tx.now);
    await this.ledger.noteHandOver(tx, booking, when);
    await this.ending.lapseMoves(tx, booking);
    return tx.update(Booking, booking, { state: IN_USE, updatedAt: tx.now });
  }

  /** Whoever noted the hand-over, and it alone, takes that back: it is CONFIRMED as before. */
  async undoHandOver(tx: TenantTransaction, id: string, version: number): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    expectSide(tx, booking);
    expectState(booking, [IN_USE], BOOKING_STATES);
    const use = found(await this.ledger.find(tx, id));
    if (use.handedOverBy !== tx.actor.unitId) throw ApiError.forbidden(USE_WORDS.othersHandOver);
    await this.ledger.strike(tx, booking);
    // In the owner's name: the row policy lets no requester confirm.
    return tx.asUnit(booking.ownerUnitId, () =>
      tx.update(Booking, booking, { state: CONFIRMED, updatedAt: tx.now }),
    );
  }

  /** Also corrects a return that was noted or assumed; from the owner it takes a no-show back. */
  async noteReturn(tx: TenantTransaction, id: string, version: number, note: UseNote): Promise<Booking> {
    const { booking, offer } = await this.locks.take(tx, id, version);
    expectSide(tx, booking);
    const isOwner = booking.ownerUnitId === tx.actor.unitId;
    expectState(booking, [CONFIRMED, IN_USE, COMPLETED, ...(isOwner ? [NO_SHOW] : [])], BOOKING_STATES);
    expectOpen(tx, booking);
    const known = await this.ledger.find(tx, id);
    const facts = notedFacts(booking, known, note, tx.now);
    expectPossible(booking, offer, facts, tx.now);
    if (booking.state === NO_SHOW) await this.noShows.takeBack(tx, booking);
    await this.ledger.complete(tx, booking, facts);
    await this.ending.lapseMoves(tx, booking);
    await this.ending.endEarly(tx, offer, booking, facts.returnedAt);
    // What comes after the first count is counted once more.
    if ([COMPLETED, NO_SHOW].includes(booking.state)) await this.followUp.now(tx, [booking]);
    return tx.update(Booking, booking, { state: COMPLETED, updatedAt: tx.now });
  }
}

function expectSide(tx: TenantTransaction, { ownerUnitId, requesterUnitId }: Booking): void {
  if (![ownerUnitId, requesterUnitId].includes(tx.actor.unitId)) throw ApiError.forbidden();
}

function expectOpen(tx: TenantTransaction, booking: Booking): void {
  const closes = booking.endsAt.getTime() + NOTABLE_DAYS * MS_PER_DAY;
  if (tx.now.getTime() >= closes) refuseState(booking, USE_WORDS.closed({ most: NOTABLE_DAYS }));
}
