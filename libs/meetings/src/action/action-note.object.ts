import { connectionOf, DateScalar, DateTimeScalar } from '#graphql';
import { UnitObject } from '#network';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ActionStep } from './action-note.entity.js';
import { ActionState } from './action.entity.js';

registerEnumType(ActionStep, {
  name: 'ActionStep',
  description: 'What a note says of an action.',
  valuesMap: {
    PROGRESS: { description: 'How far it has come.' },
    DONE: { description: 'It is done.' },
    DROPPED: { description: 'It is given up.' },
    REOPENED: { description: 'It is open again.' },
    REASSIGNED: { description: 'Another unit does it from then on.' },
    POSTPONED: { description: 'It has another last day from then on.' },
  },
});

@ObjectType('ActionNote', { description: 'What was said of an action; never changed.' })
export abstract class ActionNoteObject {
  @Field(() => UnitObject, { description: 'Whose words they are.' })
  readonly unit!: UnitObject;

  @Field(() => ActionStep, { description: 'What it says.' })
  readonly step!: ActionStep;

  @Field(() => ActionState, { description: 'Where the action stood from then on.' })
  readonly state!: ActionState;

  @Field(() => String, { nullable: true, description: 'In which words.' })
  readonly text!: string | null;

  @Field(() => UnitObject, { nullable: true, description: 'Which unit did it until it was handed over.' })
  readonly fromUnit!: UnitObject | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day until it was postponed.' })
  readonly fromDueOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  readonly notedAt!: Date;
}

export const ActionNoteConnection = connectionOf(ActionNoteObject, 'ActionNote');
