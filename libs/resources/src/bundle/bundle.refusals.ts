import { Refusal, RefusalCode } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

/** One thing of several that cannot be had. */
@ObjectType('RefusedItem', { description: 'A thing that cannot be had, and why.' })
export class RefusedItem {
  @Field(() => Int, { description: 'Its place in the input, from 0.' })
  readonly index: number;

  @Field(() => Refusal, { description: 'Why, as it would be said of a single booking.' })
  readonly refusal: Refusal;

  constructor(index: number, refusal: Refusal) {
    this.index = index;
    this.refusal = refusal;
  }
}

/** What is asked for in one act is had whole or not at all. */
@ObjectType({
  implements: () => Refusal,
  description: 'One of the things cannot be had, so that none was asked for.',
})
export class ItemsRefused extends Refusal {
  @Field(() => [RefusedItem], { description: 'Each that cannot be had, in the order of the input.' })
  readonly items: RefusedItem[];

  constructor(items: RefusedItem[]) {
    super(RefusalCode.ITEMS_REFUSED);
    this.items = items;
  }
}
