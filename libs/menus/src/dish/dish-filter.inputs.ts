import { DateScalar, DateTimeScalar, IdOf } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { DishKind, DishState } from './dish.entity.js';

@InputType({ description: 'Which of the dishes that you see; all given conditions hold.' })
export class DishFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'For the menu of the month with this first day.' })
  month?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Proposed by this unit.' })
  unitId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Led by this unit.' })
  leadUnitId?: string | null;

  @Field(() => [DishKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: DishKind[] | null;

  @Field(() => [DishState], { nullable: true, description: 'In one of these states.' })
  states?: DishState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That end after this instant.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That start before this instant.' })
  to?: Date | null;
}

export enum DishOrderBy {
  STARTS_AT_ASC = 'STARTS_AT_ASC',
  STARTS_AT_DESC = 'STARTS_AT_DESC',
}

registerEnumType(DishOrderBy, {
  name: 'DishOrderBy',
  description: 'In which order dishes are listed.',
  valuesMap: {
    STARTS_AT_ASC: { description: 'The earliest first.' },
    STARTS_AT_DESC: { description: 'The latest first.' },
  },
});
