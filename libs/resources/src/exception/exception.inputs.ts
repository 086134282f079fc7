import { DateScalar, Nested, stepOn, TimeOfDayScalar, told } from '#graphql';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import type { DatedHours } from '../availability/dated-hours.js';
import type { OpenSpan } from '../availability/hours.js';
import { EXCEPTION_WORDS } from './exception.words.js';

@InputType({ description: 'A part of a day.' })
export class DaySpanInput implements OpenSpan {
  @Field(() => TimeOfDayScalar, { description: 'Open from then, on the wall clock of the region.' })
  from!: number;

  @Field(() => TimeOfDayScalar, { description: 'Until then; 24:00 joins the next day.' })
  to!: number;
}

@InputType({ description: 'The hours of one day, in the place of the weekly ones.' })
export class OfferExceptionInput implements DatedHours {
  @Field(() => DateScalar, { description: 'The local day, each at most once.' })
  day!: string;

  @Nested(() => DaySpanInput)
  @ArrayMaxSize(20, told(EXCEPTION_WORDS.tooManySpans))
  @Field(() => [DaySpanInput], {
    description: 'When it is open; they may adjoin, not overlap. None: not open on that day.',
  })
  spans!: DaySpanInput[];
}

@ArgsType()
export class SetOfferExceptionsArgs extends stepOn('Offer') {
  @Nested(() => OfferExceptionInput)
  @ArrayMaxSize(200, told(EXCEPTION_WORDS.tooManyDays))
  @Field(() => [OfferExceptionInput], {
    description: 'All of them: what is left out is no exception any more.',
  })
  exceptions!: OfferExceptionInput[];
}
