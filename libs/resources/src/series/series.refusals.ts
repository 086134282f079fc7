import type { Span } from '#calendar';
import { DateTimeScalar, Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { SpanObject } from '../occupancy/span.object.js';

/** One date that cannot be had, why, and what could. */
@ObjectType('DateClash', { description: 'A date of a series that cannot be had, and why.' })
export class DateClash {
  @Field(() => DateTimeScalar, { description: 'Which date it is: its start by the rule.' })
  readonly originalStart: Date;

  @Field(() => SpanObject, { description: 'The span that was wanted.' })
  readonly wanted: Span;

  @Field(() => Refusal, { description: 'Why, as it would be said of a single booking.' })
  readonly refusal: Refusal;

  @Field(() => SpanObject, {
    nullable: true,
    description:
      'The nearest free span of that length that is on the same local day or later, and clear of the other dates; null if none was found near.',
  })
  readonly nearestFree: Span | null;

  constructor(originalStart: Date, wanted: Span, refusal: Refusal, nearestFree: Span | null) {
    this.originalStart = originalStart;
    this.wanted = { startsAt: wanted.startsAt, endsAt: wanted.endsAt };
    this.refusal = refusal;
    this.nearestFree = nearestFree;
  }
}

/** A series is made or changed whole, unless its asker says otherwise. */
@ObjectType({
  implements: () => Refusal,
  description: 'Some dates cannot be had, and they were not to be left out; or none can.',
})
export class DatesClash extends Refusal {
  @Field(() => [DateClash], { description: 'Each of them, in order.' })
  readonly clashes: DateClash[];

  constructor(clashes: DateClash[]) {
    super(RefusalCode.DATES_CLASH);
    this.clashes = clashes;
  }
}
