import { DateTimeScalar, Secret } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('CalendarFeed', {
  description: 'The private address at which a calendar reads what your post reads (日历订阅).',
})
export abstract class CalendarFeedObject {
  @Secret()
  @Field(() => String, {
    description:
      'Where, on this server: `/calendar/….ics`, without a token. Whoever has it reads along: it is shown this once. Empty when an answer is repeated by its key.',
  })
  readonly path!: string;

  @Field(() => DateTimeScalar, { description: 'Since when; the one before is void from then on.' })
  readonly openedAt!: Date;
}

@ObjectType('RevokedCalendarFeed', { description: 'A private calendar address that is void.' })
export abstract class RevokedCalendarFeedObject {
  @Field(() => DateTimeScalar, { description: 'Since when it had been open.' })
  readonly openedAt!: Date;
}
