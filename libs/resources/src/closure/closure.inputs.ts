import { DateTimeScalar, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { CLOSURE_WORDS } from './closure.words.js';

/** What becomes of confirmed bookings in the span. */
export enum HitAnswer {
  KEEP = 'KEEP',
  CANCEL = 'CANCEL',
}

registerEnumType(HitAnswer, {
  name: 'HitAnswer',
  description: 'What becomes of the confirmed bookings that a closure hits.',
  valuesMap: {
    KEEP: { description: 'They stand, as exceptions to the closure.' },
    CANCEL: { description: 'They are cancelled with reason CLOSED and your message.' },
  },
});

@InputType({ description: 'When an offer is not lent, and why.' })
export class CloseOfferInput {
  @Field(() => DateTimeScalar, { description: 'Start, included; one that has passed counts as now.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; in the future.' })
  endsAt!: Date;

  @NotBlank(told(CLOSURE_WORDS.reasonNeeded))
  @MaxLength(200, told(CLOSURE_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who sees the offer.' })
  reason!: string;

  @Field(() => HitAnswer, {
    nullable: true,
    description: 'What becomes of confirmed bookings in the span. When it hits some, it must be said.',
  })
  bookings?: HitAnswer | null;

  @MaxLength(500, told(CLOSURE_WORDS.messageTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Words for those whose bookings are cancelled or requests declined; the reason by default.',
  })
  message?: string | null;
}

@ArgsType()
export class LiftClosureArgs extends stepOn('OfferClosure') {}
