import { DateScalar, Spoken, type Words } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Beat } from '../beat/beat.js';
import { RhythmState } from './judge.js';

registerEnumType(Beat, {
  name: 'Beat',
  description: 'What is to come round in every network.',
  valuesMap: {
    ACTIVITY: { description: 'Once a month an activity beside the service days.' },
    SURVEY: {
      description: 'Once in two calendar months (January–February, …) a topical survey (专题调研).',
    },
    MEETING: { description: 'Once a quarter a regular joint meeting (联席会议).' },
  },
});

registerEnumType(RhythmState, {
  name: 'RhythmState',
  description: 'How a month, two months or a quarter stand.',
  valuesMap: {
    MET: { description: 'It was held.' },
    PLANNED: { description: 'It is published, or called, and lies ahead.' },
    LACKING: { description: 'Nothing is published, and there is time.' },
    WARNED: { description: 'Nothing is published, and at most ten workdays are left.' },
    LAPSED: { description: 'It is over, and nothing was held.' },
    BEFORE_START: {
      description:
        'Nothing is owed: the network began later, or too late in it to be warned ten workdays ahead.',
    },
  },
});

@ObjectType('RhythmPeriod', {
  description: 'One month, two or three in which something is to come round once.',
})
export abstract class RhythmPeriodObject {
  @Field(() => Beat, { description: 'What.' })
  readonly beat!: Beat;

  @Field(() => RhythmState, { description: 'How it stands now.' })
  readonly state!: RhythmState;

  @Field(() => DateScalar, { description: 'Its first day, in the zone of the network.' })
  readonly firstDay!: string;

  @Field(() => DateScalar, { description: 'Its last day, included: the last on which it can be kept.' })
  readonly lastDay!: string;

  @Field(() => DateScalar, {
    description: 'From this day on the committee is warned: the first of its last ten workdays (工作日).',
  })
  readonly warnFrom!: string;

  @Field(() => Boolean, {
    description: 'The days off of its year are not announced yet; workdays are guessed from the weekday.',
  })
  readonly isProvisional!: boolean;

  @Field(() => Int, { description: 'How many were held.' })
  readonly held!: number;

  @Field(() => Int, { description: 'How many are published and lie ahead.' })
  readonly ahead!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many the committee has proposed, taken or drafted and not published; null for others.',
  })
  readonly composed!: number | null;

  @Spoken()
  @Field(() => String, {
    nullable: true,
    description: 'What is lacking and until when, in a sentence; null when nothing is.',
  })
  readonly message!: Words | null;

  @Spoken()
  @Field(() => String, { nullable: true, description: 'What else is to be said, as how the menu stands.' })
  readonly note!: Words | null;
}
