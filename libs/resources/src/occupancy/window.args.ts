import { MS_PER_DAY, type Span } from '#calendar';
import { ApiError, DateTimeScalar } from '#graphql';
import { ArgsType, Field } from '@nestjs/graphql';
import { BOOKING_WORDS } from '../booking/booking.words.js';

const LONGEST_DAYS = 92;

/** The stretch of time that a client looks at. */
@ArgsType()
export class WindowArgs {
  @Field(() => DateTimeScalar, { description: 'From then on.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: `Until then, at most ${LONGEST_DAYS} days later.` })
  to!: Date;

  /** Throws BAD_USER_INPUT for a window that ends before it starts, or is too long. */
  span(): Span {
    const length = this.to.getTime() - this.from.getTime();
    if (length <= 0) throw ApiError.badInput([{ path: 'to', message: BOOKING_WORDS.windowEndsBeforeStart }]);
    if (length > LONGEST_DAYS * MS_PER_DAY) {
      throw ApiError.badInput([{ path: 'to', message: BOOKING_WORDS.windowTooLong({ most: LONGEST_DAYS }) }]);
    }
    return { startsAt: this.from, endsAt: this.to };
  }
}
