import { Allow, AnyPost, ConnectionArgs, OwnSignIn, TenantContext } from '#graphql';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DishObject } from '../dish/dish.object.js';
import { DishFiguresObject } from '../doing/dish-figures.object.js';
import { DishReviewFilter, DishReviewInput, DishReviewOrder, OfDishArgs } from './dish-review.inputs.js';
import { DishReviewConnection, OwnDishReviewObject, ReviewDishResult } from './dish-review.object.js';
import { DISH_REVIEWS } from './dish-review.reads.js';
import { DishReviewService } from './dish-review.service.js';
import { HandOutReviewCodesArgs } from './review-codes.inputs.js';
import { HandOutReviewCodesResult } from './review-codes.object.js';
import { ReviewCodes } from './review-codes.js';

/** What reviews add to a dish. */
@Resolver(() => DishObject)
export class DishReviewResolver {
  constructor(
    private readonly service: DishReviewService,
    private readonly codes: ReviewCodes,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => DishReviewConnection, {
    description:
      'Reviews of dishes that your unit holds, without names; for a committee all of its networks, with names.',
  })
  dishReviews(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: DishReviewFilter,
    @Args('orderBy', {
      type: () => DishReviewOrder,
      defaultValue: DishReviewOrder.DAY_DESC,
      description: 'In which order.',
    })
    orderBy: DishReviewOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DISH_REVIEWS, page, { filter, orderBy });
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'REPRESENTATIVE')
  @Mutation(() => ReviewDishResult, {
    description:
      'A unit that was signed up or checked in, or a residents’ representative, reviews a dish from its start until its menu is closed; said anew, it takes the place of what was said before. Never for another, and never by who holds it.',
  })
  reviewDish(
    @Args() { dishId }: OfDishArgs,
    @Args('input', { description: 'What you say.' }) { mark, comment = null }: DishReviewInput,
    @Context() context: TenantContext,
  ) {
    return context.write(async (tx) => {
      // As its own reviewer reads it; the row has another name for the committee.
      const { reviewedAt } = await this.service.review(tx, dishId, { mark, comment });
      return { mark, comment, reviewedAt };
    });
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OwnSignIn()
  @Mutation(() => HandOutReviewCodesResult, {
    description:
      'The lead, or the committee, hands out one-time codes at check-in, with which residents without an account review, from the start of the date until 14 days after it. `POST /dish-dates/<id>/review-slips.html?count=` does the same, and answers with slips to be printed. What is said with them is read in lots of at least five, at the turn of a day; the rest when no code of the dish is taken any more. Codes are shown once: an answer that is repeated by its idempotency key holds none of them, and they count as handed out all the same.',
  })
  handOutReviewCodes(@Args() { dateId, count }: HandOutReviewCodesArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.codes.handOut(tx, dateId, count));
  }

  @ResolveField(() => DishFiguresObject, {
    nullable: true,
    description:
      'How many came and the mean of the reviews that are released; null while there is nothing to sum up.',
  })
  figures(): never {
    return readWithParent();
  }

  @ResolveField(() => DishReviewConnection, {
    description:
      'Reviews, the latest day first: for whoever holds it, without names, and the committee; none for others.',
  })
  reviews(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => OwnDishReviewObject, {
    nullable: true,
    description: 'What your unit, or you as a representative, said of it.',
  })
  ownReview(): never {
    return readWithParent();
  }
}
