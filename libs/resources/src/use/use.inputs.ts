import { DateTimeScalar, DecimalScalar, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, Int, registerEnumType } from '@nestjs/graphql';
import { Matches, Max, MaxLength, Min } from 'class-validator';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { EARLIEST_HOURS } from './use-facts.js';
import { USE_WORDS } from './use.words.js';

const ABOVE_ZERO = /^(?!0(\.0*)?$)\d/;
const NOT_NEGATIVE = /^\d/;

@ArgsType()
export class NoteHandOverArgs extends stepOn('Booking') {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `When; now by default. At most ${EARLIEST_HOURS} hours before the booked start, not in the future.`,
  })
  at?: Date | null;
}

@ArgsType()
export class NoteReturnArgs extends stepOn('Booking') {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `When it was handed over; as noted before, or else the booked start, by default. At most ${EARLIEST_HOURS} hours before that start.`,
  })
  handedOverAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was given back; as noted before, or else now, by default. Not in the future.',
  })
  returnedAt?: Date | null;

  @Min(1, told(BOOKING_WORDS.headsTooFew))
  @Max(1_000_000, told(BOOKING_WORDS.headsTooMany))
  @Field(() => Int, {
    nullable: true,
    description:
      'Persons who came; as noted before, or else as asked for, by default; null if that is not known after all. At most as many as the venue or vehicle takes or as were asked for, 100,000 elsewhere.',
  })
  heads?: number | null;

  @Matches(ABOVE_ZERO, told(USE_WORDS.amountNeeded))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Kilowatts or pieces that were in use, for power and equipment; as booked by default, and at most that.',
  })
  amount?: string | null;

  @Matches(NOT_NEGATIVE, told(USE_WORDS.negativeKwh))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Kilowatt-hours by the meter, for power; as noted before by default, null if nobody read it after all. At most the booked kilowatts for the time of use.',
  })
  kwh?: string | null;
}

@ArgsType()
export class ContestNoShowArgs extends stepOn('Booking') {
  @ManyLines()
  @NotBlank(told(USE_WORDS.contestNeeded))
  @MaxLength(500, told(BOOKING_WORDS.remarkTooLong))
  @Field(() => String, { description: 'What happened; read by the owner and the committee.' })
  remark!: string;
}

export enum NoShowDecision {
  UPHELD = 'UPHELD',
  OVERTURNED = 'OVERTURNED',
}

registerEnumType(NoShowDecision, {
  name: 'NoShowDecision',
  description: 'What a committee decides about a contested no-show.',
  valuesMap: {
    UPHELD: { description: 'Nobody came: it stands.' },
    OVERTURNED: { description: 'It was used: it counts as it was booked.' },
  },
});

@ArgsType()
export class RuleOnNoShowArgs extends stepOn('Booking') {
  @Field(() => NoShowDecision, { description: 'What is decided.' })
  ruling!: NoShowDecision;

  @ManyLines()
  @NotBlank(told(USE_WORDS.rulingNeeded))
  @MaxLength(500, told(BOOKING_WORDS.remarkTooLong))
  @Field(() => String, { description: 'Why; read by both sides.' })
  remark!: string;
}
