import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

/** A closure as a refusal tells of it. */
@ObjectType('ClosedSpan', { description: 'A stretch of time in which an offer is not lent, and why.' })
export abstract class ClosedSpan {
  @Field(() => DateTimeScalar, { description: 'The first instant.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant after it.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
