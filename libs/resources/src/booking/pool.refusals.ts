import type { Span } from '#calendar';
import { DecimalScalar, Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { writeAmount, type Amount } from '../occupancy/amount.js';
import { SpanObject } from '../occupancy/span.object.js';
import type { RefusedWish } from '../search/similar-offers.js';
import type { Alternatives } from './booking.refusals.js';
import { BOOKING_WORDS } from './booking.words.js';

/** Too much of a pool is in use; whose it is is not said. */
@ObjectType({
  implements: () => Refusal,
  description: 'Less than the wanted amount is free in the wanted span, or in the gap that is kept after it.',
})
export class NotEnoughFree extends Refusal {
  @Field(() => DecimalScalar, { description: 'How much is free there at its tightest; "0" for nothing.' })
  readonly freeInSpan: string;

  @Field(() => String, { description: 'What is counted, e.g. kW or 台.' })
  readonly countedIn: string;

  @Field(() => [SpanObject], {
    description: 'Where on the wanted local day the wanted amount fits, however short.',
  })
  readonly freeThatDay: Span[];

  @Field(() => [SpanObject], {
    description:
      'The next three spans as long as the wanted one in which the wanted amount fits. None if the offer has no such span before its horizon.',
  })
  readonly nextFree: Span[];

  constructor(
    free: Amount,
    measure: string,
    alternatives: Alternatives,
    /** What similar offers are looked for by; none without it. */
    readonly wish: RefusedWish | null = null,
  ) {
    const freeInSpan = writeAmount(free);
    super(RefusalCode.NOT_ENOUGH_FREE, BOOKING_WORDS.notEnoughFree({ free: freeInSpan, measure }));
    this.freeInSpan = freeInSpan;
    this.countedIn = measure;
    this.freeThatDay = alternatives.thatDay;
    this.nextFree = alternatives.next;
  }
}

/** More is wanted than there is. */
@ObjectType({
  implements: () => Refusal,
  description: 'The wanted amount is more than the whole of the offer, whatever the span.',
})
export class AboveCapacity extends Refusal {
  @Field(() => DecimalScalar, { description: 'All that the offer has.' })
  readonly capacity: string;

  @Field(() => String, { description: 'What is counted, e.g. kW or 台.' })
  readonly countedIn: string;

  constructor(
    capacity: Amount,
    measure: string,
    /** What similar offers are looked for by; none without it. */
    readonly wish: RefusedWish | null = null,
  ) {
    const all = writeAmount(capacity);
    super(RefusalCode.ABOVE_CAPACITY, BOOKING_WORDS.aboveCapacity({ capacity: all, measure }));
    this.capacity = all;
    this.countedIn = measure;
  }
}
