import { IdOf } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { DishOrderState } from './dish-order.entity.js';

@InputType({ description: 'Which of the orders that you see; all given conditions hold.' })
export class DishOrderFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'In this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Accepted by this unit.' })
  serverUnitId?: string | null;

  @Field(() => [DishOrderState], { nullable: true, description: 'In one of these states.' })
  states?: DishOrderState[] | null;
}

export enum DishOrderOrderBy {
  PLACED_AT_DESC = 'PLACED_AT_DESC',
  PLACED_AT_ASC = 'PLACED_AT_ASC',
}

registerEnumType(DishOrderOrderBy, {
  name: 'DishOrderOrderBy',
  description: 'In which order the orders of units are listed.',
  valuesMap: {
    PLACED_AT_DESC: { description: 'The latest first.' },
    PLACED_AT_ASC: { description: 'The one that has waited longest first.' },
  },
});
