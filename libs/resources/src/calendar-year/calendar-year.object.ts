import { DateScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** As `DayClass` of the calendar. */
export const DayClassEnum = { WORKDAY: 'WORKDAY', REST_DAY: 'REST_DAY', HOLIDAY: 'HOLIDAY' } as const;

registerEnumType(DayClassEnum, {
  name: 'DayClass',
  description: 'What kind of day it is, by the State Council’s calendar with make-up workdays (调休).',
  valuesMap: {
    WORKDAY: { description: 'Worked; a weekend day that is worked too.' },
    REST_DAY: { description: 'Not worked, and no holiday.' },
    HOLIDAY: { description: 'A day off of a statutory holiday; hours of rest-days hold as well.' },
  },
});

@ObjectType('CalendarDay', { description: 'A day, and how it counts.' })
export abstract class CalendarDayObject {
  @Field(() => DateScalar, { description: 'The day, the same in every zone.' })
  readonly day!: string;

  @Field(() => DayClassEnum, { description: 'How it counts.' })
  readonly class!: keyof typeof DayClassEnum;

  @Field(() => String, {
    nullable: true,
    description: 'The holiday that it belongs to or makes up for, in Chinese.',
  })
  readonly name!: string | null;

  @Field(() => Boolean, {
    description: 'Its year is not announced: it counts by its weekday until then.',
  })
  readonly provisional!: boolean;
}

@ObjectType('CalendarYear', { description: 'A year of the calendar by which hours and working days count.' })
export abstract class CalendarYearObject {
  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => Boolean, {
    description: 'Whether the State Council has announced it, and it has been imported.',
  })
  readonly announced!: boolean;

  @Field(() => Int, { nullable: true, description: 'Counts its imports, from 1; null before the first.' })
  readonly version!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was taken from; null before it was imported.',
  })
  readonly source!: string | null;

  @Field(() => [CalendarDayObject], {
    description:
      'The days that differ from a week in which Monday to Friday are worked, in order; none until it is announced.',
  })
  readonly days!: CalendarDayObject[];
}

@ObjectType('Calendar', { description: 'The days of a stretch of time, as they count.' })
export abstract class CalendarObject {
  @Field(() => [CalendarDayObject], { description: 'Every day from the first to the last, in order.' })
  readonly days!: CalendarDayObject[];
}
