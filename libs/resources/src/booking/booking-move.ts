import type { Span } from '#calendar';
import { ApiError, type Refusal, Refused, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import { LendingMonths } from '../figures/lending-months.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingAsking, type BookingDraft } from './booking-asking.js';
import { BookingContacts } from './booking-contacts.js';
import { BookingJudge } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';
import { BOOKING_WORDS } from './booking.words.js';
import {
  confirmedOf,
  inPassingOrder,
  isSame,
  lies,
  type Move,
  type MoveStanding,
  outdatedBy,
} from './move-standing.js';
import { orRefused } from './or-refused.js';

/** What came after the owner's word: a booking that stands in spite of it may be made shorter. */
const OUTLASTED = ['OUTSIDE_HOURS', 'CLOSED'] as const;

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
    return this.planEach(tx, standing, moves.filter(changes(standing)));
  }

  /**
   * The same when all of them move or none: what they leave is in the way of none of them where no owner has to answer
   * one before the other, and none is asked for where another of them will be.
   */
  async planWhole(tx: TenantTransaction, offer: Offer, moves: readonly Move[]): Promise<MovePlan> {
    const standing = { ...(await this.listStanding(tx, offer, moves)), isWhole: true };
    const due = inPassingOrder(offer, standing, moves.filter(changes(standing)));
    standing.diary.free(due.flatMap(({ booking }) => outdatedBy(standing, booking).map(({ id }) => id)));
    if (offer.confirmation === Confirmation.AUTOMATIC) {
      for (const { booking, to } of due) {
        const confirmed = confirmedOf(standing, booking);
        if (confirmed && !lies(to, confirmed)) standing.left.push(confirmed.id);
      }
    }
    return this.planEach(tx, standing, due);
  }

  private async planEach(
    tx: TenantTransaction,
    standing: MoveStanding,
    moves: readonly Move[],
  ): Promise<MovePlan> {
    const plan: MovePlan = { refused: new Map(), kept: new Map(), drafts: new Map(), outdated: [] };
    for (const move of moves) {
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
    standing: MoveStanding,
    move: Move,
    plan: MovePlan,
  ): Promise<void> {
    const { booking, to } = move;
    const { id } = booking;
    const confirmed = confirmedOf(standing, booking);
    const keeps = confirmed && lies(to, confirmed) ? confirmed : null;
    const outdated = outdatedBy(standing, booking);
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

  private async keep({ diary }: MoveStanding, before: Booking, { startsAt, endsAt }: Span): Promise<Kept> {
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
    { diary, contacts, left, isWhole }: MoveStanding,
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
    if (isWhole && !draft.takes && !waitIfTaken) diary.claim(draft.booking);
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

  private async listStanding(
    tx: TenantTransaction,
    offer: Offer,
    moves: readonly Move[],
  ): Promise<MoveStanding> {
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
    return { diary, replaced, pending, contacts, left: [], isWhole: false };
  }
}

/** What is not there already, or was to leave there. */
function changes({ pending }: MoveStanding): (move: Move) => boolean {
  return ({ booking, to }) =>
    pending.some(({ replacesId }) => replacesId === booking.id) || !isSame(booking, to);
}
