import { DecimalScalar, told } from '#graphql';
import { ArgsType, Field } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import { poolOf } from '../offer/offer-pool.js';
import { ONE_WHOLE, POSITIVE_DECIMAL, readAmount, writeAmount } from './amount.js';
import { WindowArgs } from './window.args.js';

/** When so much of an offer is looked for. */
@ArgsType()
export class FreeArgs extends WindowArgs {
  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in pieces, rounded up to whole ones; the least there is if not given. It says nothing of what is lent whole, so that a list of all kinds can be asked.',
  })
  amount?: string | null;

  /** Null for none given, and for what is lent whole. */
  amountOf(offer: Offer): string | null {
    const { amount = null } = this;
    if (amount === null || !poolOf(offer)) return null;
    if (offer.kind !== OfferKind.EQUIPMENT) return amount;
    const pieces = readAmount(amount) + ONE_WHOLE - 1n;
    return writeAmount(pieces - (pieces % ONE_WHOLE));
  }
}
