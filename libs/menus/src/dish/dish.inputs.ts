import {
  DateScalar,
  DateTimeScalar,
  GRAPHQL_WORDS,
  IdOf,
  ManyLines,
  Nested,
  NotBlank,
  Phone,
  stepOn,
  told,
} from '#graphql';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import { DishKind, Segment } from './dish.entity.js';
import { DISH_WORDS } from './dish.words.js';

export const MOST_DATES = 31;

@InputType({ description: 'When a dish is held once.' })
export class DishDateInput {
  @IdOf('DishDate')
  @Field(() => ID, {
    nullable: true,
    description:
      'Which of its dates this is, to put it to another time; none for a new one, or where a dish has one and keeps one.',
  })
  id?: string | null;

  @Field(() => DateTimeScalar, { description: 'Start, included; ahead, and within the month of its menu.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; within the same month.' })
  endsAt!: Date;
}

@InputType({ description: 'What a dish says.' })
class DishTextInput {
  @Field(() => DishKind, {
    nullable: true,
    description: 'What kind; may be left out where it comes from another dish.',
  })
  kind?: DishKind | null;

  @NotBlank(told(DISH_WORDS.titleNeeded))
  @MaxLength(100, told(DISH_WORDS.titleTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Its name; may be left out where it comes from a project, a need or another dish.',
  })
  title?: string | null;

  @ManyLines()
  @Field(() => String, { nullable: true, description: 'What is done.' })
  what?: string | null;

  @MaxLength(200, told(DISH_WORDS.placeTooLong))
  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Min(1, told(DISH_WORDS.quotaTooSmall))
  @Max(1_000_000, told(DISH_WORDS.quotaTooLarge))
  @Field(() => Int, { nullable: true, description: 'For how many persons in all; no limit when left out.' })
  quota?: number | null;

  @Min(1, told(DISH_WORDS.quotaTooSmall))
  @Max(1_000_000, told(DISH_WORDS.quotaTooLarge))
  @Field(() => Int, {
    nullable: true,
    description: 'For how many persons of one unit; not more than in all.',
  })
  quotaPerUnit?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when one signs up, not after the start; until the start when left out.',
  })
  signUpDeadline?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a smaller group may be let in before a larger one that waits; by default not.',
  })
  allowsPassing?: boolean | null;

  @ArrayMinSize(1, told(DISH_WORDS.segmentNeeded))
  @ArrayMaxSize(6, told(DISH_WORDS.tooManySegments))
  @Field(() => [Segment], { nullable: true, description: 'For whom; all residents by default.' })
  segments?: Segment[] | null;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Whom to ring about it; everybody who reads it reads this too.',
  })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where to ring; read by the same.' })
  contactPhone?: string | null;

  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description:
      'Who holds it: your own unit by default. The committee alone names another, which is asked, and leads from its yes on.',
  })
  leadUnitId?: string | null;

  @IdOf('Project')
  @Field(() => ID, { nullable: true, description: 'The project of the network that it belongs to.' })
  projectId?: string | null;

  @IdOf('Need')
  @Field(() => ID, { nullable: true, description: 'The need of the network that it answers.' })
  needId?: string | null;
}

@InputType({ description: 'An activity for the menu of a month.' })
export class CreateDishInput extends DishTextInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one of yours.' })
  networkId!: string;

  @Field(() => DateScalar, { description: 'First day of the month on whose menu it is to stand.' })
  month!: string;

  @IdOf('Dish')
  @Field(() => ID, {
    nullable: true,
    description:
      'A dish that you read, say of last month: what is left out here is taken over, but not its dates.',
  })
  copyOfId?: string | null;

  @IdOf('DishOrder')
  @Field(() => ID, {
    nullable: true,
    description:
      'An order that your unit has accepted, and answers with this; what is left out here, and does not come from elsewhere, is what it wishes.',
  })
  orderId?: string | null;

  @Nested(() => DishDateInput)
  @ArrayMinSize(1, told(DISH_WORDS.datesNeeded))
  @ArrayMaxSize(MOST_DATES, told(DISH_WORDS.tooManyDates))
  @Field(() => [DishDateInput], {
    description: 'When; a course has several dates, none overlapping another.',
  })
  dates!: DishDateInput[];
}

@InputType({ description: 'What changes in a dish; what is left out stays.' })
export class UpdateDishInput extends PartialType(OmitType(DishTextInput, [] as const)) {
  @Nested(() => DishDateInput)
  @ArrayMinSize(1, told(DISH_WORDS.datesNeeded))
  @ArrayMaxSize(MOST_DATES, told(DISH_WORDS.tooManyDates))
  @Field(() => [DishDateInput], {
    nullable: true,
    description:
      'Every date that stands from now on. One that is left out will not be held; of a published dish it stays on record.',
  })
  dates?: DishDateInput[] | null;
}

@ArgsType()
export class DishStep extends stepOn('Dish') {}

@ArgsType()
export class DishReasonArgs extends stepOn('Dish') {
  @NotBlank(told(DISH_WORDS.reasonNeeded))
  @MaxLength(500, told(DISH_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the dish.' })
  reason!: string;
}
