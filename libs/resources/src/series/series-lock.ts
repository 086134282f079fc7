import { ApiError, expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Booking } from '../booking/booking.entity.js';
import { CallOff } from '../booking/call-off.js';
import { Offer } from '../offer/offer.entity.js';
import { BookingSeries } from './series.entity.js';
import { isInScope, type SeriesScope } from './series.policy.js';
import { SERIES_WORDS } from './series.words.js';

/** Which dates are meant, told from one of them. */
export interface DatesOf {
  id: string;
  version: number;
  scope: SeriesScope;
}

export interface DatesMeant {
  series: BookingSeries;
  offer: Offer;
  anchor: Booking;
  /** All dates of the series, and those of them in scope; by the rule's order. */
  all: Booking[];
  inScope: Booking[];
}

/** First the offer, then the dates: every act on a series takes its locks in this order, as acts on a booking do. */
@Injectable()
export class SeriesLock {
  constructor(private readonly callOff: CallOff) {}

  async take(tx: TenantTransaction, known: Booking, { id, version, scope }: DatesOf): Promise<DatesMeant> {
    const { seriesId } = known;
    if (!seriesId) throw ApiError.badInput([{ path: 'id', message: SERIES_WORDS.noSeries }]);
    await this.callOff.lockOffers(tx, [known]);
    const offer = await tx.asUnit(known.ownerUnitId, () => tx.find<Offer>(Offer, known.offerId));
    const series = found(await tx.find(BookingSeries, seriesId));
    const all = await tx.manager.find(Booking, {
      where: { regionId: tx.regionId, seriesId },
      order: { originalStart: 'ASC', id: 'ASC' },
    });
    const anchor = found(all.find((booking) => booking.id === id) ?? null);
    expectVersion(anchor, version);
    return {
      series,
      offer: found(offer),
      anchor,
      all,
      inScope: all.filter((booking) => isInScope(scope, anchor, booking)),
    };
  }
}
