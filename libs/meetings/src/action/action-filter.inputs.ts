import { IdOf } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ActionState } from './action.entity.js';

@InputType({ description: 'Which actions; all given conditions hold.' })
export class NetworkActionFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Which this unit does.' })
  unitId?: string | null;

  @Field(() => [ActionState], { nullable: true, description: 'In one of these states.' })
  states?: ActionState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is overdue; or only what is not.' })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose unit takes no part in the network at present; or only the others.',
  })
  isUnitGone?: boolean | null;
}

@InputType({ description: 'Which of the actions that you see; all given conditions hold.' })
export class ActionFilter extends NetworkActionFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}

export enum ActionOrder {
  DUE_ON_ASC = 'DUE_ON_ASC',
  DUE_ON_DESC = 'DUE_ON_DESC',
}

registerEnumType(ActionOrder, {
  name: 'ActionOrder',
  description: 'In which order actions are listed.',
  valuesMap: {
    DUE_ON_ASC: { description: 'The one due first first: what is overdue stands on top.' },
    DUE_ON_DESC: { description: 'The one due last first.' },
  },
});
