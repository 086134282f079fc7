import { DateTimeScalar, DecimalScalar, Node, Spoken, type Words } from '#graphql';
import { UnitObject } from '#network';
import { BookingObject, OfferObject } from '#resources';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingOfferState } from './offer-standing.js';

registerEnumType(MeetingOfferState, {
  name: 'MeetingOfferState',
  description: 'How far a meeting has come with an offer that it wants.',
  valuesMap: {
    NOTED: {
      description: 'Not asked for yet: what confirms automatically is booked when the meeting is called.',
    },
    ASKED: {
      description: 'Asked for; the answer is awaited. What was confirmed for another time holds until then.',
    },
    CONFIRMED: { description: 'Confirmed for the time at which it is wanted.' },
    LOST: {
      description: 'Declined, lapsed, cancelled or displaced: ask again, or plan another in its place.',
    },
  },
});

@ObjectType('MeetingOffer', {
  implements: () => Node,
  description:
    'An offer that a meeting wants: venue, vehicle, power, equipment. Read by the committee alone.',
})
export abstract class MeetingOfferObject extends Node {
  @Field(() => OfferObject, { nullable: true, description: 'The offer; null when you see it no more.' })
  readonly offer!: unknown;

  @Field(() => String, { description: 'Its title when it was planned.' })
  readonly offerTitle!: string;

  @Field(() => UnitObject, { description: 'Whose it is.' })
  readonly owner!: UnitObject;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in pieces; null for what is lent whole.',
  })
  readonly amount!: string | null;

  @Field(() => DateTimeScalar, { description: 'From when on, included; it moves along with the meeting.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when, not included.' })
  readonly endsAt!: Date;

  @Field(() => String, { description: 'What its owner reads that it is for.' })
  readonly purpose!: string;

  @Field(() => MeetingOfferState, { description: 'How far it has come.' })
  readonly state!: MeetingOfferState;

  @Field(() => BookingObject, {
    nullable: true,
    description:
      'The booking that gives it its state: what is confirmed, else what is asked for, else what was last; null when nothing was asked for.',
  })
  readonly booking!: BookingObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  readonly plannedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is wanted no more.' })
  readonly droppedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

@ObjectType('SelfCallHeldUp', { description: 'A draft that was to call itself could not.' })
export class SelfCallHeldUp {
  @Field(() => DateTimeScalar, { description: 'When the last word came.' })
  readonly at!: Date;

  @Spoken()
  @Field(() => String, { description: 'Why, for people.' })
  readonly message!: Words;
}
