import { DateTimeScalar, resultUnion, WrongState } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { ActionState } from './action.entity.js';
import { ActionObject } from './action.object.js';

@ObjectType('ActionReport', {
  description: 'What a later meeting heard had become of an action (行动落实情况).',
})
export abstract class ActionReportObject {
  @Field(() => ActionObject, { nullable: true, description: 'The action, if you may see it.' })
  readonly action!: ActionObject | null;

  @Field(() => MeetingObject, {
    nullable: true,
    description: 'The meeting that heard it, if you may see it.',
  })
  readonly meeting!: MeetingObject | null;

  @Field(() => ActionState, { description: 'Where the action stood when it was said.' })
  readonly state!: ActionState;

  @Field(() => String, { description: 'What had become of it.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  readonly reportedAt!: Date;
}

export const ReportOnActionResult = resultUnion('ReportOnActionResult', [ActionReportObject, WrongState]);
