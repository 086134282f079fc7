import { joinWords, Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Dish } from '../dish/dish.entity.js';
import { DishObject } from '../dish/dish.object.js';
import { MenuWarningCode } from '../warning/clashes.js';
import { DISH_RECORD_WORDS } from './record.words.js';

/** A published dish that was held at the same time, by the same lead or at the same place. */
export interface HeldBeside {
  readonly code: MenuWarningCode;
  readonly dish: Dish;
}

/** What never can have been: one lead in two rooms, two activities in one. Whoever records reads with which. */
@ObjectType({
  implements: () => Refusal,
  description:
    'What is recorded after the fact clashes: at an overlapping time its lead led, or its place had, a dish that is published.',
})
export class DishClash extends Refusal {
  @Field(() => [DishObject], {
    complexity: ({ childComplexity }: { childComplexity: number }) => 1 + 2 * childComplexity,
    description: 'With which dishes, the earliest first.',
  })
  readonly clashes: readonly Dish[];

  constructor(held: readonly HeldBeside[]) {
    const sentences = held.map(({ code, dish: { title } }) =>
      code === MenuWarningCode.SAME_PLACE
        ? DISH_RECORD_WORDS.samePlace({ title })
        : DISH_RECORD_WORDS.sameLead({ title }),
    );
    super(RefusalCode.DISH_CLASH, joinWords(sentences));
    this.clashes = [...new Set(held.map(({ dish }) => dish))];
  }
}
