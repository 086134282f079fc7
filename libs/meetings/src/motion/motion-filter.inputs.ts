import { IdOf } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MotionState } from './motion.entity.js';

@InputType({ description: 'Which of the motions that you see; all given conditions hold.' })
export class MotionFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @IdOf('Meeting')
  @Field(() => ID, { nullable: true, description: 'That this meeting votes on.' })
  meetingId?: string | null;

  @Field(() => [MotionState], { nullable: true, description: 'In one of these states.' })
  states?: MotionState[] | null;
}

export enum MotionOrder {
  DRAFTED_AT_ASC = 'DRAFTED_AT_ASC',
  DRAFTED_AT_DESC = 'DRAFTED_AT_DESC',
}

registerEnumType(MotionOrder, {
  name: 'MotionOrder',
  description: 'In which order motions are listed.',
  valuesMap: {
    DRAFTED_AT_ASC: { description: 'The one drafted first first.' },
    DRAFTED_AT_DESC: { description: 'The one drafted last first.' },
  },
});
