import { DateTimeScalar, Node, resultUnion, WrongState } from '#graphql';
import { NeedObject } from '#needs';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DishObject } from '../dish/dish.object.js';

@ObjectType('DishFinding', {
  implements: () => Node,
  description: 'What a topical survey found (调研发现); read by whoever reads the survey.',
})
export abstract class DishFindingObject extends Node {
  @Field(() => DishObject, { nullable: true, description: 'The survey; null when you can no longer see it.' })
  readonly dish!: DishObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who wrote it down; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => String, { description: 'What was found.' })
  readonly text!: string;

  @Field(() => NeedObject, {
    nullable: true,
    description: 'The need that came of it; null also when you cannot see it.',
  })
  readonly need!: NeedObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  readonly foundAt!: Date;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const AddDishFindingResult = resultUnion('AddDishFindingResult', [DishObject, WrongState]);
