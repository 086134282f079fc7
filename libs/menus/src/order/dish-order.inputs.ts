import {
  DateScalar,
  DateTimeScalar,
  GRAPHQL_WORDS,
  IdOf,
  ManyLines,
  NotBlank,
  Phone,
  stepOn,
  told,
} from '#graphql';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import { DishKind, Segment } from '../dish/dish.entity.js';
import { DISH_ORDER_WORDS } from './dish-order.words.js';

@InputType({ description: 'What a unit wishes to be held for it.' })
export class PlaceDishOrderInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network whose committee finds who serves it: one of yours.' })
  networkId!: string;

  @NotBlank(told(DISH_ORDER_WORDS.titleNeeded))
  @MaxLength(100, told(DISH_ORDER_WORDS.titleTooLong))
  @Field(() => String, { description: 'What is wished, in a few words.' })
  title!: string;

  @ManyLines()
  @Field(() => String, { nullable: true, description: 'The same at length.' })
  what?: string | null;

  @Field(() => DishKind, { nullable: true, description: 'What kind of activity, if that matters.' })
  kind?: DishKind | null;

  @ArrayMinSize(1, told(DISH_ORDER_WORDS.segmentNeeded))
  @ArrayMaxSize(6, told(DISH_ORDER_WORDS.tooManySegments))
  @Field(() => [Segment], { nullable: true, description: 'For whom; all residents by default.' })
  segments?: Segment[] | null;

  @Min(1, told(DISH_ORDER_WORDS.headsTooFew))
  @Max(1_000_000, told(DISH_ORDER_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'For about how many persons.' })
  heads?: number | null;

  @Field(() => DateScalar, { description: 'First of the days on which it is wished, in the network’s zone.' })
  fromDay!: string;

  @Field(() => DateScalar, {
    description: 'Last of these days: not over yet, and at most 12 months ahead.',
  })
  toDay!: string;

  @MaxLength(200, told(DISH_ORDER_WORDS.placeTooLong))
  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Whom to ring; read by your unit, the committee and the unit that accepts.',
  })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where to ring; read by the same.' })
  contactPhone?: string | null;
}

@InputType({ description: 'What changes in an order; what is left out stays.' })
export class UpdateDishOrderInput extends PartialType(
  OmitType(PlaceDishOrderInput, ['networkId'] as const),
) {}

@ArgsType()
export class DishOrderStep extends stepOn('DishOrder') {}

@ArgsType()
export class DishOrderReasonArgs extends stepOn('DishOrder') {
  @NotBlank(told(DISH_ORDER_WORDS.reasonNeeded))
  @MaxLength(500, told(DISH_ORDER_WORDS.reasonTooLong))
  @Field(() => String, {
    description: 'Why; read by whoever reads the order, and by the unit that was asked.',
  })
  reason!: string;
}

@ArgsType()
export class DeclineDishOrderArgs extends stepOn('DishOrder') {
  @NotBlank(told(DISH_ORDER_WORDS.reasonNeeded))
  @MaxLength(500, told(DISH_ORDER_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why not; read by your unit and the committee.' })
  reason!: string;
}

@ArgsType()
export class ServeDishOrderArgs extends stepOn('DishOrder') {
  @NotBlank(told(DISH_ORDER_WORDS.servedNeeded))
  @ManyLines()
  @Field(() => String, { description: 'What was done; read by whoever reads the order.' })
  served!: string;
}

@ArgsType()
export class DispatchDishOrderArgs extends stepOn('DishOrder') {
  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description:
      'Which active unit of the network is asked; left out, it stands open and the first unit takes it (抢单).',
  })
  unitId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when the committee waits for an answer: ahead, and no later than the end of `toDay`; before that it does not recall it.',
  })
  answerBy?: Date | null;
}
