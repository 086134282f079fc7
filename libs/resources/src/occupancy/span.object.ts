import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

/** A stretch of time, start included and end not. */
@ObjectType('Span', { description: 'A stretch of time: its start belongs to it, its end does not.' })
export abstract class SpanObject {
  @Field(() => DateTimeScalar, { description: 'The first instant.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant after it.' })
  endsAt!: Date;
}
