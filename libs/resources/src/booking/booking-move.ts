import type { Span } from '#calendar';
import { ApiError, type Refusal, Refused, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import { LendingMonths } from '../figures/lending-months.js';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingAsking, type BookingDraft } from './booking-asking.js';
import { BookingContacts, type ContactDraft } from './booking-contacts.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';
import { BOOKING_WORDS } from './booking.words.js';
import { orRefused } from './or-refused.js';

/** What came after the owner's word: a booking that stands in spite of it may be made shorter. */
const OUTLASTED = ['OUTSIDE_HOURS', 'CLOSED'] as const;

/** A booking of the actor's own, and the time it is to have; its own time takes back any wish to move it. */
export interface Move {
  readonly booking: Booking;
  readonly to: Span;
  readonly waitIfTaken: boolean;
}

/** What stays confirmed, as it was, and its time from now on. */
interface Kept {
  readonly before: Booking;
  readonly to: Span;
}

/** What moves come to, found out before anything is written; each by the booking that was to be moved. */
export interface MovePlan {
  readonly refused: Map<string, Refusal>;
  readonly kept: Map<string, Kept>;
  /** What is asked for anew. */
  readonly drafts: Map<string, BookingDraft>;
  /** Wishes that end for it. */
  readonly outdated: Booking[];
}

/** How things stand before anything moves. */
interface Standing {
  readonly diary: OfferDiary;
  /** By a wish: what is confirmed, and was to be given up for it. */
  readonly replaced: ReadonlyMap<string, Booking>;
  /** Wishes to move what is confirmed, which nobody has answered. */
  readonly pending: readonly Booking[];
  readonly contacts: ReadonlyMap<string, ContactDraft>;
  /** Confirmed times that the moves so far are to leave: in the way of none of them. */
  readonly left: string[];
}

/**
 * Another time for one booking or for many of one offer. Inside what is confirmed it stays confirmed and is made
 * shorter; any other time is asked for anew, and what is confirmed holds until the new one is.
 */
@Injectable()
export class BookingMove {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly asking: BookingAsking,
    private readonly settlement: BookingSettlement,
    private readonly waitingList: WaitingList,
    private readonly contacts: BookingContacts,
    private readonly followUp: UseFollowUp,
    private readonly months: LendingMonths,
  ) {}

  /** Under the offer's lock, one after the other; what is refused, or is there already and is to stay, is left as it is. */
  async plan(tx: TenantTransaction, offer: Offer, moves: readonly Move[]): Promise<MovePlan> {
    const standing = await this.listStanding(tx, offer, moves);
    const plan: MovePlan = { refused: new Map(), kept: new Map(), drafts: new Map(), outdated: [] };
    const isAwayFrom = ({ id }: Booking): boolean =>
      standing.pending.some(({ replacesId }) => replacesId === id);
    for (const move of moves.filter(({ booking, to }) => isAwayFrom(booking) || !isSame(booking, to))) {
      const outcome = await orRefused(() => this.planOne(tx, standing, move, plan));
      if (outcome instanceof Refused) plan.refused.set(move.booking.id, outcome.refusal);
    }
    return plan;
  }

  /** @returns what stands now for each that is not as it was */
  async carryOut(
    tx: TenantTransaction,
    offer: Offer,
    { kept, drafts, outdated }: MovePlan,
  ): Promise<ReadonlyMap<string, Booking>> {
    await this.settlement.settleAll(tx, outdated, BookingState.WITHDRAWN, BookingReason.MOVED, null);
    const freed = [...(await this.settlement.release(tx, outdated))];
    const shorter = await this.shorten(tx, offer, [...kept.values()]);
    const asked = await this.asking.store(tx, offer, [...drafts.values()]);
    freed.push(...shorter.freed, ...asked.freed);
    if (freed.length > 0 || outdated.length > 0) {
      await this.waitingList.handOn(tx, { offerId: offer.id, ownerUnitId: offer.unitId }, freed);
    }
    await this.followUp.recount(tx, outdated);
    const standing = new Map([...shorter.bookings, ...asked.bookings].map((one) => [one.id, one]));
    return new Map([
      ...[...kept].map(([id, { before }]) => [id, standing.get(before.id) ?? before] as const),
      ...[...drafts].flatMap(([id, { booking }]) => {
        const stored = standing.get(booking.id);
        return stored ? [[id, stored] as const] : [];
      }),
    ]);
  }

  /** What is refused has left no trace in the diary. */
  private async planOne(
    tx: TenantTransaction,
    standing: Standing,
    move: Move,
    plan: MovePlan,
  ): Promise<void> {
    const { booking, to } = move;
    const { id, state } = booking;
    const isWish = state !== BookingState.CONFIRMED;
    const confirmed = isWish ? (standing.replaced.get(id) ?? null) : booking;
    const keeps = confirmed && lies(to, confirmed) ? confirmed : null;
    const outdated = isWish ? [booking] : standing.pending.filter(({ replacesId }) => replacesId === id);
    const restore = standing.diary.free(outdated.map((one) => one.id));
    try {
      if (keeps) plan.kept.set(id, await this.keep(standing, keeps, to));
      else plan.drafts.set(id, await this.draft(tx, standing, move, confirmed));
    } catch (error) {
      restore();
      throw error;
    }
    plan.outdated.push(...outdated);
  }

  private async keep({ diary }: Standing, before: Booking, { startsAt, endsAt }: Span): Promise<Kept> {
    const to = { startsAt, endsAt };
    if (isSame(before, to)) return { before, to };
    const wanted = { ...to, amount: before.amount };
    await this.judge.expectAllowed(diary, wanted, [before.id], OUTLASTED);
    await this.judge.expectSessionLeft(diary, wanted, [before.id]);
    diary.free([before.id]);
    diary.take({ ...to, id: before.id, amount: before.amount });
    return { before, to };
  }

  private async draft(
    tx: TenantTransaction,
    { diary, contacts, left }: Standing,
    { booking, to: { startsAt, endsAt }, waitIfTaken }: Move,
    confirmed: Booking | null,
  ): Promise<BookingDraft> {
    const { id, offerId, networkId, purpose, heads, amount, bundleId, seriesId, originalStart } = booking;
    // Not locked: who ends a membership locks this offer before it looks at its bookings.
    if (!tx.actor.memberNetworkIds.includes(networkId)) throw ApiError.notFound();
    if (!diary.offer.networkIds.includes(networkId)) {
      refuseState(booking, BOOKING_WORDS.noLongerLent);
    }
    // Still the same date of its series, and part of what was asked for with it.
    const tie = { bundleId, seriesId, originalStart };
    const { name = null, phone = null } = contacts.get(id) ?? {};
    const wanted = { offerId, networkId, purpose, heads, amount, startsAt, endsAt, waitIfTaken };
    const givenUp = [...left, ...(confirmed ? [confirmed.id] : [])];
    const wish = { ...wanted, tie, contact: { name, phone } };
    const draft = await this.asking.draft(tx, diary, wish, confirmed, givenUp);
    if (confirmed) left.push(confirmed.id);
    return draft;
  }

  private async shorten(
    tx: TenantTransaction,
    offer: Offer,
    kept: readonly Kept[],
  ): Promise<{ bookings: Booking[]; freed: readonly Busy[] }> {
    const spans = new Map(
      kept.flatMap(({ before, to }) => (isSame(before, to) ? [] : [[before, to] as const])),
    );
    if (spans.size === 0) return { bookings: [], freed: [] };
    const { bookings, freed } = await tx.asUnit(offer.unitId, async () => {
      const shorter = await tx.updateAll(Booking, [...spans.keys()], (before) => ({
        ...spans.get(before),
        updatedAt: tx.now,
      }));
      const had = await this.occupancy.narrow(tx, offer, shorter);
      await this.months.countLeft(tx, kept);
      return { bookings: shorter, freed: had };
    });
    await this.followUp.schedule(tx, bookings);
    return { bookings, freed };
  }

  private async listStanding(tx: TenantTransaction, offer: Offer, moves: readonly Move[]): Promise<Standing> {
    const bookings = moves.map(({ booking }) => booking);
    const diary = this.occupancy.diary(tx, offer);
    if (moves.length > 1) await diary.readAhead();
    const pending = await tx.manager.find(Booking, {
      where: {
        regionId: tx.regionId,
        replacesId: In(bookings.map(({ id }) => id)),
        state: In(WISHED_STATES),
      },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const replaced = await this.settlement.listReplaced(tx, bookings);
    const contacts = await this.contacts.listOfRequester(tx, bookings);
    return { diary, replaced, pending, contacts, left: [] };
  }
}

/** Whether both are the same time. */
export function isSame(one: Span, other: Span): boolean {
  return lies(one, other) && lies(other, one);
}

function lies(inner: Span, outer: Span): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
}
