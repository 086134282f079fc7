import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConfirmationObject } from './confirmation.object.js';
import { MinutesContentsObject, WrittenTextObject } from './minutes-contents.object.js';
import { MinutesState } from './minutes.entity.js';

registerEnumType(MinutesState, {
  name: 'MinutesState',
  description: 'How far minutes have come.',
  valuesMap: {
    DRAFT: { description: 'Being written; the committee alone reads them.' },
    PUBLISHED: {
      description: 'Fixed; those invited and stewards read them, and corrections stand beside them.',
    },
  },
});

@ObjectType('MinutesVersion', { description: 'What minutes said after one edit.' })
export abstract class MinutesVersionObject {
  @Field(() => Int, { description: 'The version of the minutes that the edit made.' })
  readonly number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was edited.' })
  readonly editedAt!: Date;

  @Field(() => String, { description: 'The name of who edited, as it was then.' })
  readonly editedBy!: string;

  @Field(() => WrittenTextObject, { description: 'All that was written, by part.' })
  readonly text!: WrittenTextObject;
}

@ObjectType('MinutesCorrection', {
  description: 'What is put right in published minutes; it stands beside the text, which stays as it was.',
})
export abstract class MinutesCorrectionObject {
  @Field(() => Int, { description: 'Its number, from 1.' })
  readonly number!: number;

  @Field(() => String, { description: 'What it should say.' })
  readonly what!: string;

  @Field(() => String, { description: 'Why.' })
  readonly why!: string;

  @Field(() => DateTimeScalar, { description: 'When it was put right.' })
  readonly correctedAt!: Date;
}

@ObjectType('Minutes', { implements: () => Node, description: 'The minutes of a meeting (会议纪要).' })
export abstract class MinutesObject extends Node {
  @Field(() => MinutesState, { description: 'How far they have come.' })
  readonly state!: MinutesState;

  @Field(() => Int, {
    nullable: true,
    description: 'With the number: the year in which they were published, in the zone of the region.',
  })
  readonly year!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Among those of joint meetings in the year, from 1; null in a draft and of working meetings.',
  })
  readonly number!: number | null;

  @Field(() => MinutesContentsObject, {
    description:
      'What they say. What people wrote is as last edited; attendance and items of a draft as they are known now, of published minutes as they were then.',
  })
  readonly contents!: MinutesContentsObject;

  @Field(() => DateTimeScalar, { description: 'When they were last edited.' })
  readonly editedAt!: Date;

  @Field(() => [MinutesVersionObject], {
    description: 'What they said after each edit, the oldest first; the committee alone reads them.',
  })
  readonly versions!: MinutesVersionObject[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were published.' })
  readonly publishedAt!: Date | null;

  @Field(() => [MinutesCorrectionObject], { description: 'What was put right since, by number.' })
  readonly corrections!: MinutesCorrectionObject[];

  @Field(() => Int, { description: 'How many units have confirmed them.' })
  readonly confirmedCount!: number;

  @Field(() => Int, { description: 'How many units ask for a correction.' })
  readonly correctionAskedCount!: number;

  @Field(() => [ConfirmationObject], {
    description:
      'What units say of them, by code, as far as you may see it: all for the committee, for a unit its own.',
  })
  readonly confirmations!: ConfirmationObject[];

  @Field(() => Int, { description: 'Counts edits and corrections; each step says which one was seen.' })
  readonly version!: number;
}

export const DraftMinutesResult = resultUnion('DraftMinutesResult', [MinutesObject, WrongState]);
export const MinutesStepResult = resultUnion('MinutesStepResult', [MinutesObject, StaleVersion, WrongState]);
