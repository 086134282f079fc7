import { IdOf } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { DishOrderRequestState } from './dish-order-request.entity.js';

@InputType({ description: 'Which of the requests that you see; all given conditions hold.' })
export class DishOrderRequestFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'In this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'To this unit.' })
  unitId?: string | null;

  @Field(() => [DishOrderRequestState], { nullable: true, description: 'In one of these states.' })
  states?: DishOrderRequestState[] | null;
}

export enum DishOrderRequestOrder {
  UPDATED_AT_DESC = 'UPDATED_AT_DESC',
  UPDATED_AT_ASC = 'UPDATED_AT_ASC',
}

registerEnumType(DishOrderRequestOrder, {
  name: 'DishOrderRequestOrder',
  description: 'In which order requests to serve are listed.',
  valuesMap: {
    UPDATED_AT_DESC: { description: 'The one that changed last first.' },
    UPDATED_AT_ASC: { description: 'The one that has stood unchanged longest first.' },
  },
});
