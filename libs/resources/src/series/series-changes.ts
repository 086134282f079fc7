import type { Span } from '#calendar';
import { ApiError, expectVersion, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { OPEN_STATES } from '../booking/booking.policy.js';
import { CallOff, mayStillEnd } from '../booking/call-off.js';
import { tryBooking } from '../booking/try-booking.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import { Offer } from '../offer/offer.entity.js';
import { ClashReport, type RefusedDate } from './clash-report.js';
import { DateMove } from './date-move.js';
import { BookingSeries } from './series.entity.js';
import { isInScope, isLiving, SeriesScope } from './series.policy.js';
import { DatesClash } from './series.refusals.js';
import type { SeriesOutcome } from './series.service.js';
import { findTooNear, shifted, shiftOf, type Shift } from './series-spans.js';
import { SERIES_WORDS } from './series.words.js';

/** Which dates are meant, told from one of them. */
export interface DatesOf {
  id: string;
  version: number;
  scope: SeriesScope;
}

/** What is left out stays as it is. */
export interface SeriesEdit {
  /** Of the booking that is named; the others in scope are moved alike on the wall clock. */
  span: Span | null;
  text: { purpose?: string; heads?: number | null };
  skipClashes: boolean;
}

interface Move {
  booking: Booking;
  to: Span;
}

interface Meant {
  series: BookingSeries;
  anchor: Booking;
  /** All dates of the series, and those of them in scope; by the rule's order. */
  all: Booking[];
  inScope: Booking[];
}

/** "This one", "this and following", "all": what has begun or is over is never touched, nor is anybody else's booking. */
@Injectable()
export class SeriesChanges {
  constructor(
    private readonly callOff: CallOff,
    private readonly dateMove: DateMove,
    private readonly report: ClashReport,
  ) {}

  async cancel(tx: TenantTransaction, dates: DatesOf, remark: string | null): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    if (![known.requesterUnitId, known.ownerUnitId].includes(tx.actor.unitId)) throw ApiError.forbidden();
    const { series, anchor, inScope } = await this.lock(tx, known, dates);
    const ahead = inScope.filter((booking) => mayStillEnd(tx, booking));
    if (ahead.length === 0) throw new Refused(new WrongState(anchor.state, SERIES_WORDS.isOver));
    return { series, bookings: await this.callOff.endAll(tx, ahead, remark), clashes: [] };
  }

  async change(tx: TenantTransaction, dates: DatesOf, edit: SeriesEdit): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    if (known.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    if (edit.span) await expectTakesPart(tx, [known.networkId]);
    const meant = await this.lock(tx, known, dates);
    const ahead = meant.inScope.filter((booking) => mayStillChange(tx, booking));
    const anchor = ahead.find(({ id }) => id === known.id);
    if (!anchor) throw new Refused(new WrongState(meant.anchor.state, SERIES_WORDS.isOver));
    const { series, bookings } = await this.rewrite(tx, { ...meant, inScope: ahead }, dates.scope, edit.text);
    const { span } = edit;
    if (!span) return { series, bookings, clashes: [] };
    const shift = shiftOf(anchor, span, series.zone);
    const moves = bookings.map((booking) => ({
      booking,
      to: booking.id === anchor.id ? span : shifted(booking, shift, series.zone),
    }));
    const stay = meant.all.filter((one) => isLiving(one) && !ahead.includes(one));
    return this.moveAll(tx, series, { moves, stay, shift, skipClashes: edit.skipClashes });
  }

  /** Texts neither split a series nor ask for a new answer. */
  private async rewrite(
    tx: TenantTransaction,
    { series, inScope }: Meant,
    scope: SeriesScope,
    text: SeriesEdit['text'],
  ): Promise<{ series: BookingSeries; bookings: Booking[] }> {
    if (Object.keys(text).length === 0) return { series, bookings: inScope };
    const bookings: Booking[] = [];
    for (const booking of inScope) {
      bookings.push(
        await tx.asUnit(booking.ownerUnitId, () =>
          tx.update(Booking, booking, { ...text, updatedAt: tx.now }),
        ),
      );
    }
    if (scope !== SeriesScope.ALL) return { series, bookings };
    return { series: await tx.update(BookingSeries, series, { ...text, updatedAt: tx.now }), bookings };
  }

  private async moveAll(
    tx: TenantTransaction,
    series: BookingSeries,
    { moves, stay, shift, skipClashes }: { moves: Move[]; stay: Span[]; shift: Shift; skipClashes: boolean },
  ): Promise<SeriesOutcome> {
    const offer = await getShownOffer(tx, series);
    const wanted = moves.map(({ to }) => to);
    if (findTooNear(wanted, gapMinutesOf(offer))) {
      throw ApiError.badInput([{ path: 'input.endsAt', message: SERIES_WORDS.tooNear }]);
    }
    const [moved, refused]: [Map<string, Booking>, RefusedDate[]] = [new Map(), []];
    for (const { booking, to } of inOrder(moves, shift)) {
      const outcome = await tryBooking(tx, () => this.dateMove.move(tx, offer, booking, to, series.zone));
      if (!(outcome instanceof Refused)) moved.set(booking.id, outcome);
      else
        refused.push({
          originalStart: booking.originalStart ?? to.startsAt,
          wanted: to,
          refusal: outcome.refusal,
        });
    }
    const clashes = await this.report.write(tx, offer, refused, [...wanted, ...stay]);
    if (clashes.length > 0 && (!skipClashes || moved.size === 0)) throw new Refused(new DatesClash(clashes));
    const bookings = moves.map(({ booking }) => moved.get(booking.id) ?? booking);
    return { series, bookings, clashes };
  }

  private async lock(tx: TenantTransaction, known: Booking, { id, version, scope }: DatesOf): Promise<Meant> {
    const { seriesId } = known;
    if (!seriesId) throw ApiError.badInput([{ path: 'id', message: SERIES_WORDS.noSeries }]);
    await this.callOff.lockOffers(tx, [known]);
    const series = found(await tx.find(BookingSeries, seriesId));
    const all = await tx.manager.find(Booking, {
      where: { regionId: tx.regionId, seriesId },
      order: { originalStart: 'ASC', id: 'ASC' },
    });
    const anchor = found(all.find((booking) => booking.id === id) ?? null);
    expectVersion(anchor, version);
    return { series, anchor, all, inScope: all.filter((booking) => isInScope(scope, anchor, booking)) };
  }
}

function mayStillChange(tx: TenantTransaction, { state, startsAt }: Booking): boolean {
  return startsAt > tx.now && [...OPEN_STATES, BookingState.CONFIRMED].includes(state);
}

/** What moves back goes first, what moves on goes last: none has to pass where another of the series still stands. */
function inOrder(moves: readonly Move[], { by }: Shift): Move[] {
  return moves.toSorted((a, b) => Math.sign(by || 1) * (b.to.startsAt.getTime() - a.to.startsAt.getTime()));
}

/** A change of time asks like a request: the offer has to be shown in that network still. */
async function getShownOffer(tx: TenantTransaction, series: BookingSeries): Promise<Offer> {
  const offer = found(await tx.find<Offer>(Offer, series.offerId));
  if (!offer.networkIds.includes(series.networkId)) throw ApiError.notFound();
  return offer;
}
