import { MS_PER_MINUTE } from '#calendar';
import { OfferKind } from '../offer/offer.entity.js';
import { ContributionMeasure } from './contribution.entity.js';
import { times } from './decimal.js';

/** What the account has to know of a use. */
export interface Use {
  readonly handedOverAt: Date;
  /** Null while it is in use: nothing is counted yet. */
  readonly returnedAt: Date | null;
  readonly heads: number | null;
  /** Kilowatts or pieces. */
  readonly amount: string | null;
  readonly kwh: string | null;
}

/** An amount times sixty, exact. */
export interface Measured {
  readonly measure: ContributionMeasure;
  readonly sixtieths: string;
}

const { HOURS, HEAD_HOURS, KWH, PIECE_HOURS } = ContributionMeasure;

/**
 * What a use of an offer of that kind gives to the account: hours, and with known heads heads × hours, for what is lent
 * whole; kWh for power, by the meter or else kW × hours; pieces × hours for equipment. By whole minutes; what is not
 * known gives nothing.
 */
export function measure(kind: OfferKind, use: Use): Measured[] {
  if (!use.returnedAt) return [];
  const minutes = minutesBetween(use.handedOverAt, use.returnedAt);
  const amounts = amountsOf(kind, use, minutes);
  return amounts.filter(({ sixtieths }) => sixtieths !== '0');
}

function amountsOf(kind: OfferKind, { heads, amount, kwh }: Use, minutes: number): Measured[] {
  switch (kind) {
    case OfferKind.POWER_SUPPLY:
      if (kwh !== null) return [{ measure: KWH, sixtieths: times(kwh, 60) }];
      return amount === null ? [] : [{ measure: KWH, sixtieths: times(amount, minutes) }];
    case OfferKind.EQUIPMENT:
      return amount === null ? [] : [{ measure: PIECE_HOURS, sixtieths: times(amount, minutes) }];
    default: {
      const hours = { measure: HOURS, sixtieths: String(minutes) };
      return heads === null
        ? [hours]
        : [hours, { measure: HEAD_HOURS, sixtieths: times(String(heads), minutes) }];
    }
  }
}

function minutesBetween(from: Date, to: Date): number {
  return Math.floor(to.getTime() / MS_PER_MINUTE) - Math.floor(from.getTime() / MS_PER_MINUTE);
}
