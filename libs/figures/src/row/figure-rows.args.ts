import { DateScalar, IdOf } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';

@ArgsType()
export class FigureRowsArgs {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Only of this unit.' })
  unitId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of a month: only from then on.' })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of a month: only until its end. Both lie within the months asked.',
  })
  until?: string | null;
}
