import { IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { AGENDA_WORDS } from './agenda.words.js';

/** So many items can be put in order at once. */
export const LONGEST_AGENDA = 100;

@InputType({ description: 'What a meeting is to talk about.' })
export class ProposeItemInput {
  @NotBlank(told(AGENDA_WORDS.titleNeeded))
  @MaxLength(100, told(AGENDA_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @ManyLines()
  @MaxLength(2000, told(AGENDA_WORDS.whatTooLong))
  @Field(() => String, { nullable: true, description: 'What about.' })
  what?: string | null;

  @Min(1, told(AGENDA_WORDS.minutesTooFew))
  @Max(1440, told(AGENDA_WORDS.minutesTooMany))
  @Field(() => Int, { nullable: true, description: 'Minutes that it takes.' })
  minutes?: number | null;

  @NotBlank(told(AGENDA_WORDS.presenterNeeded))
  @MaxLength(60, told(AGENDA_WORDS.presenterTooLong))
  @Field(() => String, { nullable: true, description: 'Who presents it.' })
  presenter?: string | null;
}

@InputType({ description: 'What changes in an item; what is left out stays.' })
export class UpdateItemInput extends PartialType(ProposeItemInput) {}

@ArgsType()
export class OfMeetingArgs {
  @IdOf('Meeting')
  @Field(() => ID, { description: 'The id of the Meeting.' })
  meetingId!: string;
}

@ArgsType()
export class NeedOnAgendaArgs extends OfMeetingArgs {
  @IdOf('Need')
  @Field(() => ID, { description: 'A need of the same network that stayed unmet.' })
  needId!: string;
}

@ArgsType()
export class OrderAgendaArgs extends OfMeetingArgs {
  @IdOf('AgendaItem')
  @ArrayMaxSize(LONGEST_AGENDA, told(AGENDA_WORDS.tooManyItems))
  @Field(() => [ID], { description: 'Every item on the agenda once, in the order wanted.' })
  itemIds!: string[];
}

@ArgsType()
export class ItemStep extends stepOn('AgendaItem') {}

@ArgsType()
export class ItemReasonArgs extends stepOn('AgendaItem') {
  @NotBlank(told(AGENDA_WORDS.reasonNeeded))
  @MaxLength(500, told(AGENDA_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the item.' })
  reason!: string;
}

@ArgsType()
export class CarryOverArgs extends stepOn('AgendaItem') {
  @IdOf('Meeting')
  @Field(() => ID, {
    description: 'A later meeting of the same network; any ahead when its own was cancelled.',
  })
  meetingId!: string;
}
