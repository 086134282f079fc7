import { DateTimeScalar, Node } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('OfferClosure', {
  implements: () => Node,
  description: 'A span in which an offer is not lent, whatever its hours say.',
})
export abstract class OfferClosureObject extends Node {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When the owner said so.' })
  readonly closedAt!: Date;

  @Field(() => Int, { description: 'Counts its changes; lifting says which one was seen.' })
  readonly version!: number;
}
