import { IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { DISH_FINDING_WORDS as W } from './dish-finding.words.js';

@InputType({ description: 'What a survey found.' })
export class DishFindingInput {
  @ManyLines()
  @NotBlank(told(W.textNeeded))
  @Field(() => String, { description: 'In words, read by whoever reads the survey.' })
  text!: string;

  @IdOf('Need')
  @Field(() => ID, { nullable: true, description: 'The need of the network that came of it.' })
  needId?: string | null;
}

@InputType({ description: 'A finding of a survey.' })
export class AddDishFindingInput extends DishFindingInput {
  @IdOf('Dish')
  @Field(() => ID, { description: 'The survey.' })
  dishId!: string;
}

@ArgsType()
export class DishFindingStep extends stepOn('DishFinding') {}
