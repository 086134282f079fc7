import { DecimalScalar, Node } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ScoreSheet', {
  implements: () => Node,
  description:
    'What a judge gives a nomination (评分表). Its judge alone reads it; when scoring is closed it is counted without a name.',
})
export abstract class ScoreSheetObject extends Node {
  @Field(() => [DecimalScalar], {
    nullable: 'items',
    description: 'One score for each criterion of the round, by its position; null for what is still open.',
  })
  readonly scores!: (string | null)[];

  @Field(() => String, { nullable: true, description: 'In the judge’s own words; nobody else is shown it.' })
  readonly comment!: string | null;

  @Field(() => Boolean, { description: 'Submitted; it can be amended until scoring is closed.' })
  readonly isSubmitted!: boolean;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}
