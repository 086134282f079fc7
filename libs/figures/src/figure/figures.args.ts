import { DateScalar } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { FigureName } from '../kind/figure-name.enum.js';
import { FigurePeriodBy } from '../period/figure-period-by.enum.js';

@ArgsType()
export class FiguresArgs {
  @Field(() => ID, {
    description:
      'Of which network, unit or area. An area is told to stewards, as far as its networks are in their scope.',
  })
  of!: string;

  @Field(() => DateScalar, { description: 'First day of the first month.' })
  from!: string;

  @Field(() => DateScalar, {
    description: 'First day of the last month, which is included; at most ten years in all.',
  })
  until!: string;

  @Field(() => FigurePeriodBy, {
    defaultValue: FigurePeriodBy.MONTH,
    description: 'How long the periods are.',
  })
  by!: FigurePeriodBy;

  @Field(() => [FigureName], { nullable: true, description: 'Which figures; all unless given.' })
  names?: FigureName[] | null;
}
