import { DateTimeScalar, IdOf, Nested, NotBlank, told } from '#graphql';
import { Field, ID, InputType, OmitType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { DishKind } from '../dish/dish.entity.js';
import { CreateDishInput, MOST_DATES } from '../dish/dish.inputs.js';
import { DISH_WORDS } from '../dish/dish.words.js';
import { MOST_HOSTS } from '../host/dish-host.entity.js';

@InputType({ description: 'When a dish that is recorded afterwards was held once.' })
export class PastDishDateInput {
  @Field(() => DateTimeScalar, { description: 'Start, included; at most 90 days ago.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'End, not included; in the past, and in the same month as the first date begins.',
  })
  endsAt!: Date;
}

@InputType({ description: 'An activity of the last 90 days that was held and stood on no menu.' })
export class RecordDishInput extends OmitType(CreateDishInput, [
  'month',
  'kind',
  'title',
  'dates',
  'quota',
  'quotaPerUnit',
  'signUpDeadline',
  'allowsPassing',
  'contactName',
  'contactPhone',
  'leadUnitId',
  'copyOfId',
  'orderId',
]) {
  @Field(() => DishKind, { description: 'What kind of activity it was.' })
  kind!: DishKind;

  @NotBlank(told(DISH_WORDS.titleNeeded))
  @MaxLength(100, told(DISH_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Nested(() => PastDishDateInput)
  @ArrayMinSize(1, told(DISH_WORDS.datesNeeded))
  @ArrayMaxSize(MOST_DATES, told(DISH_WORDS.tooManyDates))
  @Field(() => [PastDishDateInput], {
    description:
      'When it was held; all dates lie in one month, in the zone of the network, and none overlaps another.',
  })
  dates!: PastDishDateInput[];

  @ArrayMaxSize(MOST_HOSTS, told(DISH_WORDS.tooManyHosts))
  @IdOf('Unit')
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Units that held it with the lead: what the committee writes down is noted as their yes, which each can take back with `answerDishHost`; those whom a unit names are asked.',
  })
  hostUnitIds!: string[];
}
