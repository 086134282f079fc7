import { DecimalScalar, told } from '#graphql';
import { ArgsType, Field } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { bookedAmount } from '../booking/booking-amount.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import type { Offer } from '../offer/offer.entity.js';
import { POSITIVE_DECIMAL } from './amount.js';
import { WindowArgs } from './window.args.js';

/** When so much of an offer is looked for. */
@ArgsType()
export class FreeArgs extends WindowArgs {
  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in whole pieces; the least there is if not given. For these alone.',
  })
  amount?: string | null;

  /** Null for none given. Throws BAD_USER_INPUT for an amount of what is lent whole, or of part of a piece. */
  amountOf(offer: Offer): string | null {
    const { amount = null } = this;
    return amount === null ? null : bookedAmount(offer, amount, 'amount').amount;
  }
}
