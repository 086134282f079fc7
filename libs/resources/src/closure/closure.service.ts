import type { Span } from '#calendar';
import { ApiError, expectVersion, found, Refused, WrongState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { BookingEnding } from '../booking/booking-ending.js';
import { BookingSettlement } from '../booking/booking-settlement.js';
import { Booking, BookingReason, BookingState } from '../booking/booking.entity.js';
import { WISHED_STATES } from '../booking/booking.policy.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import { OfferClosure } from './closure.entity.js';
import { AlreadyClosed, BookingRunning, BookingsHit } from './closure.refusals.js';
import { CLOSURE_WORDS } from './closure.words.js';
import { lockOwnOffer } from './own-offer.js';

const { CONFIRMED, IN_USE, CANCELLED, DECLINED, EXPIRED } = BookingState;
const MOST_AHEAD = 100;

export interface ClosureWish extends Span {
  reason: string;
  /** What becomes of confirmed bookings; null when nobody has said. */
  bookings: 'KEEP' | 'CANCEL' | null;
  message: string | null;
}

export interface Closing {
  closure: OfferClosure | null;
  bookings: Booking[];
  requests: Booking[];
}

/** What an owner does when it cannot lend for a while; those to whom it gave its word are shown before. */
@Injectable()
export class ClosureService {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly settlement: BookingSettlement,
    private readonly ending: BookingEnding,
  ) {}

  /** What a closure would hit; refused like the closure itself for what is in use. */
  async try(tx: TenantTransaction, offerId: string, wish: ClosureWish): Promise<Closing> {
    const offer = await lockOwnOffer(tx, this.occupancy, offerId);
    const span = spanOf(tx, wish);
    await expectNew(tx, offer.id, span);
    return { closure: null, ...(await this.findHit(tx, offer, span)) };
  }

  /** Requests in the span are declined; what is confirmed stands or is cancelled, as the owner has said. */
  async close(tx: TenantTransaction, offerId: string, wish: ClosureWish): Promise<Closing> {
    const offer = await lockOwnOffer(tx, this.occupancy, offerId);
    const span = spanOf(tx, wish);
    await expectNew(tx, offer.id, span);
    const { bookings, requests } = await this.findHit(tx, offer, span);
    if (bookings.length > 0 && wish.bookings === null) throw new Refused(new BookingsHit(bookings, requests));
    await expectRoom(tx, offer.id);
    const closure = await tx.insert(OfferClosure, {
      id: tx.newId(),
      offerId: offer.id,
      unitId: offer.unitId,
      networkIds: offer.networkIds,
      ...span,
      reason: wish.reason,
      closedAt: tx.now,
      version: 1,
    });
    const words = wish.message ?? wish.reason;
    // Requests first, so that none of them is offered the time that a cancelled booking gives back.
    const declined = await inTurn(requests, (one) => this.turnDown(tx, one, words));
    const isCancelled = wish.bookings === 'CANCEL';
    const standing = isCancelled ? await inTurn(bookings, (one) => this.cancel(tx, one, words)) : bookings;
    // What they held outside the closure goes to those who wait for it.
    await this.ending.handOn(tx, [...requests, ...(isCancelled ? bookings : [])]);
    return { closure, bookings: standing, requests: declined };
  }

  /** One that has not begun is taken away, one that has ends now; answers with the offer. */
  async lift(tx: TenantTransaction, id: string, version: number): Promise<Offer> {
    const { offerId } = found(await tx.find(OfferClosure, id));
    const offer = await lockOwnOffer(tx, this.occupancy, offerId);
    const closure = found(await tx.lock(OfferClosure, id));
    expectVersion(closure, version);
    if (closure.endsAt <= tx.now) throw new Refused(new WrongState('OVER', CLOSURE_WORDS.isOver));
    if (closure.startsAt >= tx.now) await tx.remove(OfferClosure, closure);
    else await tx.update(OfferClosure, closure, { endsAt: tx.now });
    return offer;
  }

  private async findHit(
    tx: TenantTransaction,
    offer: Offer,
    span: Span,
  ): Promise<Pick<Closing, 'bookings' | 'requests'>> {
    const hit = await tx.manager.find(Booking, {
      where: {
        regionId: tx.regionId,
        offerId: offer.id,
        state: In([...WISHED_STATES, CONFIRMED, IN_USE]),
        startsAt: LessThan(span.endsAt),
        endsAt: MoreThan(span.startsAt),
      },
      order: { startsAt: 'ASC', id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const held = hit.filter(({ state }) => state === CONFIRMED || state === IN_USE);
    const running = held.filter(({ state, startsAt }) => state === IN_USE || startsAt <= tx.now);
    if (running.length > 0) throw new Refused(new BookingRunning(running));
    return { bookings: held, requests: hit.filter((booking) => !held.includes(booking)) };
  }

  private cancel(tx: TenantTransaction, booking: Booking, words: string): Promise<Booking> {
    return this.settlement.settle(tx, booking, CANCELLED, BookingReason.CLOSED, words);
  }

  /** One whose time had run out, and only nobody had noted it yet, has lapsed. */
  private turnDown(tx: TenantTransaction, booking: Booking, words: string): Promise<Booking> {
    return booking.expiresAt > tx.now
      ? this.settlement.settle(tx, booking, DECLINED, BookingReason.CLOSED, words)
      : this.settlement.settle(tx, booking, EXPIRED, null, null);
  }
}

/** From now on at the earliest: what has been is not closed afterwards. */
function spanOf(tx: TenantTransaction, { startsAt, endsAt }: Span): Span {
  if (endsAt <= tx.now) {
    throw ApiError.badInput([{ path: 'input.endsAt', message: CLOSURE_WORDS.endsInThePast }]);
  }
  return { startsAt: startsAt < tx.now ? tx.now : startsAt, endsAt };
}

/** Of one that has begun, whatever is left counts as the same. */
async function expectNew(tx: TenantTransaction, offerId: string, { startsAt, endsAt }: Span): Promise<void> {
  const starts = startsAt > tx.now ? startsAt : LessThanOrEqual(tx.now);
  const same = { regionId: tx.regionId, offerId, startsAt: starts, endsAt };
  const closure = await tx.manager.findOne(OfferClosure, {
    where: same,
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  if (closure) throw new Refused(new AlreadyClosed(closure));
}

async function expectRoom(tx: TenantTransaction, offerId: string): Promise<void> {
  const ahead = { regionId: tx.regionId, offerId, endsAt: MoreThan(tx.now) };
  if ((await tx.manager.countBy(OfferClosure, ahead)) < MOST_AHEAD) return;
  throw ApiError.badInput([{ path: 'input', message: CLOSURE_WORDS.tooMany({ most: MOST_AHEAD }) }]);
}

async function inTurn<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await act(one));
  return done;
}
