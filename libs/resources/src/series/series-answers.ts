import { ApiError, found, Refused, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingAsking } from '../booking/booking-asking.js';
import { BookingConfirming, type RivalAnswer } from '../booking/booking-confirming.js';
import { BookingEnding } from '../booking/booking-ending.js';
import { Booking, BookingReason, BookingState } from '../booking/booking.entity.js';
import { awaitsCommittee, confirmableStates, hasLapsed, WISHED_STATES } from '../booking/booking.policy.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { ClashReport } from './clash-report.js';
import { SeriesLock, type DatesMeant, type DatesOf } from './series-lock.js';
import { isLiving } from './series.policy.js';
import { DatesClash } from './series.refusals.js';
import type { SeriesOutcome } from './series.service.js';
import { SERIES_WORDS } from './series.words.js';

export interface SeriesConfirmation extends SeriesOutcome {
  rivals: Booking[];
}

/** One word for all dates that wait for it, each given as it would be to a single booking. */
@Injectable()
export class SeriesAnswers {
  constructor(
    private readonly locks: SeriesLock,
    private readonly asking: BookingAsking,
    private readonly confirming: BookingConfirming,
    private readonly ending: BookingEnding,
    private readonly report: ClashReport,
  ) {}

  /** The committee passes them on to the owner. */
  async agree(tx: TenantTransaction, dates: DatesOf): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    const meant = await this.locks.take(tx, known, dates);
    const open = unlapsed(tx, meant, awaitsCommittee);
    return { series: meant.series, bookings: await this.asking.passOn(tx, open), clashes: [] };
  }

  /** What cannot be confirmed stays as it is, if the owner lets it; else nothing is. */
  async confirm(
    tx: TenantTransaction,
    dates: DatesOf,
    { rivals: answer, skipClashes }: { rivals: RivalAnswer; skipClashes: boolean },
  ): Promise<SeriesConfirmation> {
    const known = found(await tx.find(Booking, dates.id));
    if (known.ownerUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    const meant = await this.locks.take(tx, known, dates);
    const { series, offer, all } = meant;
    const open = unlapsed(tx, meant, ({ state, confirmation }) =>
      confirmableStates(confirmation).includes(state),
    );
    const plan = await this.confirming.plan(tx, offer, open);
    const refused = open.flatMap((wanted) => {
      const refusal = plan.refused.get(wanted.id);
      return refusal ? [{ originalStart: wanted.originalStart ?? wanted.startsAt, wanted, refusal }] : [];
    });
    const outdone = new Set(plan.granted.map(({ replacesId }) => replacesId));
    const stand = all.filter((one) => isLiving(one) && !outdone.has(one.id));
    const clashes = await this.report.write(tx, offer, refused, stand);
    if (clashes.length > 0 && (!skipClashes || plan.granted.length === 0)) {
      throw new Refused(new DatesClash(clashes));
    }
    return { series, ...(await this.confirming.carryOut(tx, offer, plan, answer)), clashes };
  }

  /** The owner says no, also to what waits; so may the committee while it is its turn. What is confirmed stands. */
  async decline(tx: TenantTransaction, dates: DatesOf, remark: string | null): Promise<SeriesOutcome> {
    const known = found(await tx.find(Booking, dates.id));
    const { actor } = tx;
    const isOwner = known.ownerUnitId === actor.unitId;
    if (!isOwner && !actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    const meant = await this.locks.take(tx, known, dates);
    const open = meant.inScope.filter(isOwner ? isWished : awaitsCommittee);
    expectSome(meant, open);
    const reason = isOwner ? BookingReason.OWNER_DECLINED : BookingReason.COMMITTEE_DECLINED;
    const bookings = await this.ending.endAll(tx, open, BookingState.DECLINED, reason, remark);
    return { series: meant.series, bookings, clashes: [] };
  }
}

/** Those in scope that await this word, and can still be granted. Throws Refused when there are none. */
function unlapsed(
  tx: TenantTransaction,
  meant: DatesMeant,
  awaits: (booking: Booking) => boolean,
): Booking[] {
  const asked = meant.inScope.filter(awaits);
  expectSome(meant, asked);
  const open = asked.filter((booking) => !hasLapsed(booking, tx.now));
  if (open.length === 0) refuseState(meant.anchor, BOOKING_WORDS.hasLapsed);
  return open;
}

function expectSome({ anchor }: DatesMeant, bookings: readonly Booking[]): void {
  if (bookings.length === 0) refuseState(anchor, SERIES_WORDS.noneAwaits);
}

function isWished({ state }: Booking): boolean {
  return WISHED_STATES.includes(state);
}
