import { DateTimeScalar, DecimalScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NoShowStanding } from './no-show.entity.js';

registerEnumType(NoShowStanding, {
  name: 'NoShowStanding',
  description: 'What became of a no-show.',
  valuesMap: {
    RECORDED: { description: 'The owner says that nobody came.' },
    CONTESTED: { description: 'The requester says otherwise; the committee has the word.' },
    UPHELD: { description: 'The committee: nobody came.' },
    OVERTURNED: { description: 'The committee: it was used; it counts as it was booked.' },
    TAKEN_BACK: { description: 'The owner has noted how it was used.' },
  },
});

@ObjectType('BookingUse', {
  description: 'What really happened of a booking, as either side noted it or as it is assumed.',
})
export abstract class BookingUseObject {
  @Field(() => DateTimeScalar, { description: 'When it was handed over, to the minute.' })
  readonly handedOverAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was given back, to the minute; null while it is in use.',
  })
  readonly returnedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Persons who came; null when that is not known.' })
  readonly heads!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Kilowatts or pieces that were in use; null for what is lent whole, or when as booked.',
  })
  readonly amount!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Kilowatt-hours by the meter, for power; null when nobody read it.',
  })
  readonly kwh!: string | null;

  @Field(() => Boolean, {
    description: 'Nobody noted the return within 24 hours after the booked end: it counts as used as booked.',
  })
  readonly assumed!: boolean;
}

@ObjectType('NoShow', { description: 'That nobody came, and what was said about it.' })
export abstract class NoShowObject {
  @Field(() => NoShowStanding, { description: 'What became of it.' })
  readonly standing!: NoShowStanding;

  @Field(() => DateTimeScalar, { description: 'When the owner recorded it.' })
  readonly recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The owner’s words.' })
  readonly remark!: string | null;

  @Field(() => DateTimeScalar, {
    description: 'Until then the requester may contest it: three working days after it was recorded.',
  })
  readonly contestUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was contested; null unless it was.' })
  readonly contestedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The requester’s words.' })
  readonly contest!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the committee ruled; null unless it did.',
  })
  readonly ruledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The committee’s reason.' })
  readonly rulingRemark!: string | null;
}
