import { IdOf, LongText, ManyLines, Nested, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { LONGEST_PART, MINUTES_WORDS } from './minutes.words.js';

@InputType({ description: 'What is written about one item of the agenda.' })
export class ItemTextInput {
  @IdOf('AgendaItem')
  @Field(() => ID, { description: 'An item of that meeting which stood on its agenda.' })
  agendaItemId!: string;

  @ManyLines()
  @MaxLength(LONGEST_PART, told(MINUTES_WORDS.partTooLong))
  @Field(() => LongText, { nullable: true, description: 'What was said of it; null takes the text out.' })
  text?: string | null;
}

@InputType({ description: 'What changes in a draft; what is left out stays, null empties.' })
export class EditMinutesInput {
  @MaxLength(60, told(MINUTES_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'Who chaired the meeting.' })
  chair?: string | null;

  @MaxLength(60, told(MINUTES_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'Who took the minutes.' })
  recorder?: string | null;

  @ManyLines()
  @MaxLength(LONGEST_PART, told(MINUTES_WORDS.partTooLong))
  @Field(() => LongText, { nullable: true, description: 'What stands before the items: a summary.' })
  opening?: string | null;

  @ManyLines()
  @MaxLength(LONGEST_PART, told(MINUTES_WORDS.partTooLong))
  @Field(() => LongText, { nullable: true, description: 'What stands after the items.' })
  closing?: string | null;

  @Nested(() => ItemTextInput)
  @ArrayMaxSize(100, told(MINUTES_WORDS.tooManyItems))
  @Field(() => [ItemTextInput], {
    nullable: true,
    description: 'Texts of items; those that are not named keep theirs.',
  })
  items?: ItemTextInput[] | null;
}

@InputType({ description: 'What is put right in published minutes.' })
export class CorrectMinutesInput {
  @NotBlank(told(MINUTES_WORDS.whatNeeded))
  @ManyLines()
  @MaxLength(2000, told(MINUTES_WORDS.whatTooLong))
  @Field(() => String, { description: 'What it should say.' })
  what!: string;

  @NotBlank(told(MINUTES_WORDS.whyNeeded))
  @MaxLength(500, told(MINUTES_WORDS.whyTooLong))
  @Field(() => String, { description: 'Why.' })
  why!: string;

  @IdOf('Unit')
  @ArrayMaxSize(100, told(MINUTES_WORDS.tooManyUnits))
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Units that asked for it: they are asked to confirm anew.',
  })
  unitIds!: string[];
}

@ArgsType()
export class MinutesStep extends stepOn('Minutes') {}

@ArgsType()
export class AskForCorrectionArgs extends stepOn('Minutes') {
  @NotBlank(told(MINUTES_WORDS.requestNeeded))
  @ManyLines()
  @MaxLength(2000, told(MINUTES_WORDS.requestTooLong))
  @Field(() => String, { description: 'What should be put right; read by the committee.' })
  request!: string;
}

@ArgsType()
export class DeclineCorrectionArgs {
  @IdOf('Minutes')
  @Field(() => ID, { description: 'The id of the Minutes.' })
  id!: string;

  @IdOf('Unit')
  @Field(() => ID, { description: 'The unit that asked.' })
  unitId!: string;

  @NotBlank(told(MINUTES_WORDS.whyNeeded))
  @MaxLength(500, told(MINUTES_WORDS.whyTooLong))
  @Field(() => String, { description: 'Why not; read by the unit.' })
  reason!: string;
}
