import { ApiError, DateScalar } from '#graphql';
import { ArgsType, Field } from '@nestjs/graphql';
import { epochDayOf } from '../availability/dated-hours.js';
import { CALENDAR_WORDS } from './calendar.words.js';

const MOST_DAYS = 366;

@ArgsType()
export class CalendarDaysArgs {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: `The last day, at most ${MOST_DAYS} days in all.` })
  to!: string;

  /** How many days; throws BAD_USER_INPUT for a window that ends before it starts, or is too long. */
  count(): number {
    const count = epochDayOf(this.to) - epochDayOf(this.from) + 1;
    if (count < 1) throw ApiError.badInput([{ path: 'to', message: CALENDAR_WORDS.endsBeforeStart }]);
    if (count > MOST_DAYS)
      throw ApiError.badInput([{ path: 'to', message: CALENDAR_WORDS.tooManyDays({ most: MOST_DAYS }) }]);
    return count;
  }
}
