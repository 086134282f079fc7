import type { Span } from '#calendar';
import { ApiError, DateTimeScalar } from '#graphql';
import { ArgsType, Field } from '@nestjs/graphql';

const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

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
    if (length <= 0)
      throw ApiError.badInput([{ path: 'to', message: 'The window must end after it starts.' }]);
    if (length > LONGEST_DAYS * DAY_MS) {
      throw ApiError.badInput([{ path: 'to', message: `The window has at most ${LONGEST_DAYS} days.` }]);
    }
    return { startsAt: this.from, endsAt: this.to };
  }
}
