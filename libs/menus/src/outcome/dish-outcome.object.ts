import { FileObject } from '#files';
import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DishObject } from '../dish/dish.object.js';

@ObjectType('DishOutcome', {
  implements: () => Node,
  description:
    'What came of a dish, as its lead has filed it (活动成果). How many were checked in stands beside it, in `dish.figures`.',
})
export abstract class DishOutcomeObject extends Node {
  @Field(() => DishObject, { nullable: true, description: 'The dish; null when you can no longer see it.' })
  readonly dish!: DishObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who led it when it was filed; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'How many it served.' })
  readonly heads!: number;

  @Field(() => DecimalScalar, { description: 'Hours of work given, of all persons together; exact.' })
  readonly hours!: string;

  @Field(() => String, { description: 'What came of it.' })
  readonly what!: string;

  @Field(() => Boolean, { description: 'The committee wrote it down for the lead (代办).' })
  readonly onBehalf!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was first filed.' })
  readonly filedAt!: Date;

  @Field(() => [FileObject], {
    description: 'What shows it, in the order it came; read by all who read the dish.',
  })
  readonly files!: FileObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const DishOutcomeConnection = connectionOf(DishOutcomeObject, 'DishOutcome');
export const FileDishOutcomeResult = resultUnion('FileDishOutcomeResult', [DishOutcomeObject, WrongState]);
export const UpdateDishOutcomeResult = resultUnion('UpdateDishOutcomeResult', [
  DishOutcomeObject,
  StaleVersion,
  WrongState,
]);
