import { DateScalar, TimeOfDayScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('DaySpan', { description: 'A part of a day, on the wall clock of the region.' })
export abstract class DaySpanObject {
  @Field(() => TimeOfDayScalar, { description: 'Open from then.' })
  readonly from!: number;

  @Field(() => TimeOfDayScalar, { description: 'Until then; 24:00 joins the next day.' })
  readonly to!: number;
}

@ObjectType('OfferException', { description: 'The hours of one day, in the place of the weekly ones.' })
export abstract class OfferExceptionObject {
  @Field(() => DateScalar, { description: 'The local day.' })
  readonly day!: string;

  @Field(() => [DaySpanObject], { description: 'When it is open; none, when it is not open on that day.' })
  readonly spans!: DaySpanObject[];
}
