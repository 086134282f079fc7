import { RhythmPeriodObject, type RhythmPeriod } from '#rhythm';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Dish } from '../dish/dish.entity.js';
import { DishObject } from '../dish/dish.object.js';

/** A month has a dozen of them. */
const SOME = {
  complexity: ({ childComplexity }: { childComplexity: number }): number => 1 + 2 * childComplexity,
};

/** What menus add to the rhythm. */
@Resolver(() => RhythmPeriodObject)
export class MenuRhythmResolver {
  @ResolveField(() => [DishObject], {
    ...SOME,
    description:
      'Of a month, or of two: the activities, or surveys, that count, as far as you may see them; for the committee those not published too.',
  })
  dishes(@Parent() period: RhythmPeriod): Dish[] {
    return dishesOf(period, true);
  }

  @ResolveField(() => [DishObject], {
    ...SOME,
    description: 'Of a month: its service days, which come round by themselves and do not count.',
  })
  serviceDays(@Parent() period: RhythmPeriod): Dish[] {
    return dishesOf(period, false);
  }
}

function dishesOf({ happenings }: RhythmPeriod, wanted: boolean): Dish[] {
  return happenings.flatMap(({ thing, counts }) =>
    counts === wanted && thing instanceof Dish ? [thing] : [],
  );
}
