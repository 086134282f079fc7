import { DateScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, OmitType, PartialType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { ACTION_WORDS } from './action.words.js';

@InputType({ description: 'What a meeting has decided that a unit does.' })
export class CreateActionInput {
  @NotBlank(told(ACTION_WORDS.whatNeeded))
  @MaxLength(500, told(ACTION_WORDS.whatTooLong))
  @Field(() => String, { description: 'What is done.' })
  what!: string;

  @IdOf('Unit')
  @Field(() => ID, {
    description: 'Which unit does it: an active member of the network, or a guest invited to the meeting.',
  })
  unitId!: string;

  @Field(() => DateScalar, {
    description:
      'The last day on which it is in time, in the zone of the network; today or later, but for a meeting that is recorded afterwards.',
  })
  dueOn!: string;

  @IdOf('AgendaItem')
  @Field(() => ID, { nullable: true, description: 'The item of the same meeting that it came from.' })
  agendaItemId?: string | null;

  @IdOf('Motion')
  @Field(() => ID, { nullable: true, description: 'The motion of the same meeting by which it was decided.' })
  motionId?: string | null;
}

@InputType({ description: 'What is corrected in an action; what is left out stays.' })
export class UpdateActionInput extends PartialType(OmitType(CreateActionInput, ['unitId'])) {}

@ArgsType()
export class ActionStepArgs extends stepOn('Action') {}

@ArgsType()
export class ActionReasonArgs extends stepOn('Action') {
  @NotBlank(told(ACTION_WORDS.reasonNeeded))
  @MaxLength(500, told(ACTION_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the action.' })
  reason!: string;
}

@ArgsType()
export class ReassignActionArgs extends ActionReasonArgs {
  @IdOf('Unit')
  @Field(() => ID, { description: 'Which unit does it from now on.' })
  unitId!: string;
}

@ArgsType()
export class PostponeActionArgs extends ActionReasonArgs {
  @Field(() => DateScalar, { description: 'Its new last day, today or later.' })
  dueOn!: string;
}

@ArgsType()
export class FinishActionArgs extends stepOn('Action') {
  @ManyLines()
  @MaxLength(1000, told(ACTION_WORDS.textTooLong))
  @Field(() => String, { nullable: true, description: 'What there is to say of it.' })
  text?: string | null;
}

@ArgsType()
export class NoteActionProgressArgs {
  @IdOf('Action')
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @NotBlank(told(ACTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(ACTION_WORDS.textTooLong))
  @Field(() => String, { description: 'How far it has come; read by everybody who reads the action.' })
  text!: string;
}

@ArgsType()
export class ReportOnActionArgs extends NoteActionProgressArgs {
  @IdOf('Meeting')
  @Field(() => ID, { description: 'The meeting that hears of it.' })
  meetingId!: string;
}
