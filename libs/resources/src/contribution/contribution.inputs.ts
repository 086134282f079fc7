import { DateScalar, DateTimeScalar, IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which entries; all given conditions hold.' })
export class ContributionFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit’s account.' })
  unitId?: string | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Counted in this network.' })
  networkId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of uses that began then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of uses that began before then.' })
  to?: Date | null;
}

@InputType({ description: 'Which months of which units; all given conditions hold.' })
export class MonthFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Through this network.' })
  networkId?: string | null;

  @Field(() => DateScalar, { description: 'Of months that begin on this day or later.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Of months that begin before this day.' })
  to!: string;
}
