import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinutesAnswer } from './minutes-confirmation.entity.js';

registerEnumType(MinutesAnswer, {
  name: 'MinutesAnswer',
  description: 'What a unit says of published minutes.',
  valuesMap: {
    CONFIRMED: { description: 'They are right.' },
    CORRECTION_ASKED: { description: 'Something should be put right.' },
  },
});

@ObjectType('MinutesConfirmation', {
  implements: () => Node,
  description: 'What one unit says of published minutes: read by that unit and the committee.',
})
export abstract class ConfirmationObject extends Node {
  @Field(() => UnitObject, { description: 'Which unit.' })
  readonly unit!: UnitObject;

  @Field(() => MinutesAnswer, {
    nullable: true,
    description:
      'What it says; null until it answers, and again when a correction has met what it asked for.',
  })
  readonly answer!: MinutesAnswer | null;

  @Field(() => String, { nullable: true, description: 'What it wants, or wanted, to be put right.' })
  readonly request!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last answered.' })
  readonly answeredAt!: Date | null;

  @Field(() => Int, {
    description: 'How many corrections there were when it answered; it has not confirmed later ones.',
  })
  readonly seenCorrections!: number;

  @Field(() => Boolean, {
    description: 'The committee wrote it down for the unit (代办), which may answer otherwise.',
  })
  readonly onBehalf!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why the committee does not correct what it asks for.',
  })
  readonly reply!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee answered the request.' })
  readonly repliedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The number of the correction that met its request.' })
  readonly metByNumber!: number | null;
}

export const ConfirmMinutesResult = resultUnion('ConfirmMinutesResult', [
  ConfirmationObject,
  StaleVersion,
  WrongState,
]);
export const DeclineCorrectionResult = resultUnion('DeclineCorrectionResult', [
  ConfirmationObject,
  WrongState,
]);
