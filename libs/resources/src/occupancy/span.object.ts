import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

/** Start and end, for every type that is a stretch of time and more; what is worked out for spans alone does not come along. */
@ObjectType({ isAbstract: true })
export abstract class SpanBounds {
  @Field(() => DateTimeScalar, { description: 'The first instant.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant after it.' })
  endsAt!: Date;
}

/** A stretch of time, start included and end not. */
@ObjectType('Span', { description: 'A stretch of time: its start belongs to it, its end does not.' })
export abstract class SpanObject extends SpanBounds {}
