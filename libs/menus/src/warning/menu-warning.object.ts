import { Spoken, type Words } from '#graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Dish } from '../dish/dish.entity.js';
import { DishObject } from '../dish/dish.object.js';
import { MenuWarningCode } from './clashes.js';

registerEnumType(MenuWarningCode, {
  name: 'MenuWarningCode',
  description:
    'What to look at while a menu is composed, and before it is closed. None of it hinders publishing but a lead that is awaited.',
  valuesMap: {
    SAME_PLACE: { description: 'Two dishes want the same place, or offer, at the same time.' },
    SAME_LEAD: { description: 'One unit leads two dishes at the same time.' },
    SAME_AUDIENCE: { description: 'Two dishes are for the same people at the same time.' },
    LEAD_AWAITED: { description: 'Not published yet, and the lead that was named has not answered.' },
    HOST_AWAITED: {
      description: 'A unit that was asked to take part, or to lead what is published, has not answered.',
    },
    BOOKING_PENDING: { description: 'Something asked for it is not confirmed.' },
    RESULT_MISSING: { description: 'It was held, and its lead has not filed what came of it.' },
    ABOVE_CAPACITY: { description: 'Its quota is above what its venue holds.' },
    UNPUBLISHED_CHANGES: {
      description: 'It changed since the last version: those who signed up are told with the next.',
    },
  },
});

/** One sentence with the dishes that it is about. */
@ObjectType('MenuWarning', { description: 'Something to look at while a menu is composed.' })
export class MenuWarning {
  @Field(() => MenuWarningCode, { description: 'What it is.' })
  readonly code: MenuWarningCode;

  @Spoken()
  @Field(() => String, { description: 'The same in a sentence.' })
  readonly message: Words;

  @Field(() => [DishObject], {
    complexity: ({ childComplexity }: { childComplexity: number }) => 1 + 2 * childComplexity,
    description: 'The one or two dishes that it is about.',
  })
  readonly dishes: readonly Dish[];

  constructor(code: MenuWarningCode, message: Words, dishes: readonly Dish[]) {
    this.code = code;
    this.message = message;
    this.dishes = dishes;
  }
}
