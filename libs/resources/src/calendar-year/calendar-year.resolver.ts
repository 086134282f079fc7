import { findCalendarYear } from '#calendar';
import { AnyPost, ApiError, TenantContext } from '#graphql';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../offer/offer-terms.js';
import { CalendarDaysArgs } from './calendar-days.args.js';
import { CalendarObject, CalendarYearObject } from './calendar-year.object.js';
import { CALENDAR_WORDS } from './calendar.words.js';

/** The calendar is one for all regions, and open to whoever is signed in. */
@Resolver(() => CalendarYearObject)
export class CalendarYearResolver {
  @AnyPost()
  @Query(() => CalendarYearObject, {
    description: 'A year of the calendar; one that nobody has imported is not announced and has no days.',
  })
  calendarYear(
    @Args('year', { type: () => Int, description: 'From 1900 to 2200.' }) year: number,
    @Context() context: TenantContext,
  ): Promise<CalendarYearObject> {
    if (year < 1900 || year > 2200)
      throw ApiError.badInput([{ path: 'year', message: CALENDAR_WORDS.yearOutOfRange }]);
    return context.read(async (tx) => {
      const stored = await findCalendarYear((sql, parameters) => tx.query(sql, parameters), year);
      const { version = null, source = null, announced = false } = stored ?? {};
      const days = announced ? (stored?.days ?? []) : [];
      return {
        year,
        version,
        source,
        announced,
        days: days.map(({ day, ...facts }) => ({ day: day.toString(), ...facts, provisional: false })),
      };
    });
  }

  @AnyPost()
  @Query(() => CalendarObject, { description: 'The calendar from one day to another.' })
  calendar(@Args() days: CalendarDaysArgs, @Context() context: TenantContext): Promise<CalendarObject> {
    const length = days.count();
    return context.read(async (tx) => {
      const calendar = await calendarOf(tx);
      const first = Temporal.PlainDate.from(days.from);
      const all = Array.from({ length }, (_, at) => first.add({ days: at }));
      return { days: all.map((day) => ({ day: day.toString(), ...calendar.classOf(day) })) };
    });
  }
}
