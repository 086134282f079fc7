import { DecimalScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { SpanBounds } from './span.object.js';

/** How much there is all through a stretch of time. */
@ObjectType('AmountSpan', { description: 'A stretch of time all through which the same amount is free.' })
export abstract class AmountSpanObject extends SpanBounds {
  @Field(() => DecimalScalar, { description: 'In kilowatts or pieces; "0" for nothing.' })
  amount!: string;
}

/** Where a pool that was made smaller has promised too much. */
@ObjectType('OverCommitment', {
  description: 'A stretch of time all through which more is promised than the offer has.',
})
export abstract class OverCommitmentObject extends SpanBounds {
  @Field(() => DecimalScalar, { description: 'What is promised, in kilowatts or pieces.' })
  used!: string;

  @Field(() => DecimalScalar, { description: 'What there is now.' })
  capacity!: string;
}
