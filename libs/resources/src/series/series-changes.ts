import type { Span } from '#calendar';
import { ApiError, found, Refused, refuseState, type Words } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { hasLapsed } from '../booking/booking.policy.js';
import { BookingMove } from '../booking/booking-move.js';
import { isSame, type Move } from '../booking/move-standing.js';
import { CallOff, mayStillEnd } from '../booking/call-off.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { fitTogether } from '../occupancy/fit-together.js';
import { ClashReport, type RefusedDate } from './clash-report.js';
import { BookingSeries } from './series.entity.js';
import { SeriesLock, type DatesMeant, type DatesOf } from './series-lock.js';
import { isLiving, SeriesScope } from './series.policy.js';
import { DatesClash } from './series.refusals.js';
import type { SeriesOutcome } from './series.service.js';
import { shifted, shiftOf, swallowed, type Shift } from './series-spans.js';
import { SERIES_WORDS } from './series.words.js';

/** What is left out stays as it is. */
export interface SeriesEdit {
  /** Of the booking that is named; the others in scope are moved alike on the wall clock. */
  span: Span | null;
  text: { purpose?: string; heads?: number | null };
  skipClashes: boolean;
}

/** "This one", "this and following", "all": what has begun or is over is never touched, nor is anybody else's booking. */
@Injectable()
export class SeriesChanges {
  constructor(
    private readonly locks: SeriesLock,
    private readonly callOff: CallOff,
    private readonly moving: BookingMove,
    private readonly report: ClashReport,
  ) {}

  async cancel(tx: TenantTransaction, dates: DatesOf, remark: string | null): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    if (![known.requesterUnitId, known.ownerUnitId].includes(tx.actor.unitId)) throw ApiError.forbidden();
    const { series, anchor, inScope } = await this.locks.take(tx, known, dates);
    const ahead = inScope.filter((booking) => mayStillEnd(tx, booking));
    if (ahead.length === 0) refuseState(anchor, BOOKING_WORDS.isOver);
    return { series, bookings: await this.callOff.endAll(tx, ahead, remark), clashes: [] };
  }

  async change(tx: TenantTransaction, dates: DatesOf, edit: SeriesEdit): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    if (known.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    const meant = await this.locks.take(tx, known, dates);
    const ahead = meant.inScope.filter((booking) => mayStillChange(tx, booking));
    const anchor = ahead.find(({ id }) => id === known.id);
    if (!anchor) refuseState(meant.anchor, whyNot(tx, meant.anchor));
    const { series, bookings } = await this.rewrite(tx, { ...meant, inScope: ahead }, dates.scope, edit.text);
    const { span } = edit;
    if (!span) return { series, bookings, clashes: [] };
    const shift = shiftOf(anchor, span, series.zone);
    const moves = standingFor(bookings, anchor.id).map((booking) => ({
      booking,
      to: booking.id === anchor.id ? span : shifted(booking, shift, series.zone),
      waitIfTaken: booking.state === BookingState.WAITLISTED,
    }));
    const stay = meant.all.filter((one) => isLiving(one) && !ahead.includes(one));
    const { offer } = meant;
    return this.moveAll(tx, { series, offer }, { moves, stay, shift, skipClashes: edit.skipClashes });
  }

  /** Texts neither split a series nor ask for a new answer. */
  private async rewrite(
    tx: TenantTransaction,
    { series, inScope }: DatesMeant,
    scope: SeriesScope,
    text: SeriesEdit['text'],
  ): Promise<{ series: BookingSeries; bookings: Booking[] }> {
    if (Object.keys(text).length === 0) return { series, bookings: inScope };
    const [one] = inScope;
    if (!one) return { series, bookings: [] };
    const bookings = await tx.asUnit(one.ownerUnitId, () =>
      tx.updateAll(Booking, inScope, () => ({ ...text, updatedAt: tx.now })),
    );
    if (scope !== SeriesScope.ALL) return { series, bookings };
    return { series: await tx.update(BookingSeries, series, { ...text, updatedAt: tx.now }), bookings };
  }

  private async moveAll(
    tx: TenantTransaction,
    { series, offer }: Pick<DatesMeant, 'series' | 'offer'>,
    {
      moves,
      stay,
      shift,
      skipClashes,
    }: { moves: Move[]; stay: Booking[]; shift: Shift; skipClashes: boolean },
  ): Promise<SeriesOutcome> {
    const wanted = new Map(moves.map(({ booking, to }) => [booking.id, { ...to, amount: booking.amount }]));
    const parts = [...wanted.values()];
    const some = inOrder(moves, shift).filter(({ to }) => !swallowed(to, series.zone));
    const plan = await this.moving.plan(tx, offer, some);
    // What is there already is not judged again: a pool may have been made smaller since.
    const anew = moves.filter(({ booking, to }) => !plan.kept.has(booking.id) && !isSame(booking, to));
    if (
      !fitTogether(
        offer,
        anew.flatMap(({ booking }) => wanted.get(booking.id) ?? []),
      )
    ) {
      throw ApiError.badInput([{ path: 'input.endsAt', message: SERIES_WORDS.tooNear }]);
    }
    const refused = moves.flatMap(({ booking: { id, originalStart }, to }): RefusedDate[] => {
      const refusal = swallowed(to, series.zone) ?? plan.refused.get(id);
      return refusal
        ? [{ originalStart: originalStart ?? to.startsAt, wanted: wanted.get(id) ?? to, refusal }]
        : [];
    });
    const clashes = await this.report.write(tx, offer, refused, [...parts, ...stay]);
    const isNone = clashes.length === moves.length;
    if (clashes.length > 0 && (!skipClashes || isNone)) throw new Refused(new DatesClash(clashes));
    const moved = await this.moving.carryOut(tx, offer, plan);
    const bookings = moves.map(({ booking }) => moved.get(booking.id) ?? booking);
    return { series, bookings, clashes };
  }
}

function mayStillChange(tx: TenantTransaction, booking: Booking): boolean {
  return mayStillEnd(tx, booking) && !hasLapsed(booking, tx.now);
}

function whyNot(tx: TenantTransaction, booking: Booking): Words {
  return hasLapsed(booking, tx.now) ? BOOKING_WORDS.hasLapsed : BOOKING_WORDS.isOver;
}

/** What moves back goes first, what moves on goes last: none has to pass where another of the series still stands. */
function inOrder(moves: readonly Move[], { by }: Shift): Move[] {
  return moves.toSorted((a, b) => Math.sign(by || 1) * (b.to.startsAt.getTime() - a.to.startsAt.getTime()));
}

/** One of each date: where a wish to move it stands beside what is confirmed, the one that is named, else the wish. */
function standingFor(bookings: readonly Booking[], named: string): Booking[] {
  const outdone = new Set(bookings.map(({ id, replacesId }) => (replacesId === named ? id : replacesId)));
  return bookings.filter(({ id }) => id === named || !outdone.has(id));
}
