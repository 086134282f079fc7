import { DateScalar } from '#graphql';
import { NetworkObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RhythmPeriodObject } from '../period/rhythm-period.object.js';

@ObjectType('Rhythm', {
  description:
    'What comes round in a network, over one year: an activity each month, a topical survey in each two, a joint meeting each quarter. It rests on what is published; all of its units and stewards read the same.',
})
export abstract class RhythmObject {
  @Field(() => NetworkObject, { description: 'The network.' })
  readonly network!: NetworkObject;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when the network has had a committee here; nothing before it lapses.',
  })
  readonly startedOn!: string | null;

  @Field(() => [RhythmPeriodObject], {
    // A year has 12 months, 6 times two and 4 quarters.
    complexity: ({ childComplexity }: { childComplexity: number }) => 10 + 22 * childComplexity,
    description: 'Its months, then its two months, then its quarters; each by time.',
  })
  readonly periods!: RhythmPeriodObject[];
}
