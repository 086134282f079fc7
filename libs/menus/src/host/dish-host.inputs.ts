import { IdOf, stepOn, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { DISH_WORDS } from '../dish/dish.words.js';

@ArgsType()
export class AskDishHostArgs extends stepOn('Dish') {
  @IdOf('Unit')
  @Field(() => ID, { description: 'An active unit of its network.' })
  unitId!: string;
}

@ArgsType()
export class DishHostStep extends stepOn('DishHost') {}

@ArgsType()
export class AnswerDishHostArgs extends stepOn('DishHost') {
  @Field(() => Boolean, { description: 'Whether your unit takes part, or leads.' })
  accept!: boolean;

  @MaxLength(500, told(DISH_WORDS.reasonTooLong))
  @Field(() => String, { nullable: true, description: 'Why not; read by the dish’s unit and the committee.' })
  reason?: string | null;
}
