import { IdOf, Nested, NotBlank, told } from '#graphql';
import { BookingItemInput, RequestBookingsInput } from '#resources';
import { ArgsType, Field, ID, InputType, OmitType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { DISH_BOOKING_WORDS } from './dish-booking.words.js';

@InputType({ description: 'One of several things that are booked for a dish, through its network.' })
export class DishBookingItemInput extends OmitType(BookingItemInput, ['networkId'], InputType) {}

@InputType({ description: 'Venue, vehicles, power and experts for one dish: all of them or none.' })
export class BookForDishInput extends OmitType(
  RequestBookingsInput,
  ['items', 'purpose', 'heads'],
  InputType,
) {
  @IdOf('Dish')
  @Field(() => ID, { description: 'A dish that is proposed or taken, and that your unit holds or composes.' })
  dishId!: string;

  @Nested(() => DishBookingItemInput)
  @ArrayMinSize(1, told(DISH_BOOKING_WORDS.itemsNeeded))
  @ArrayMaxSize(10, told(DISH_BOOKING_WORDS.tooManyItems))
  @Field(() => [DishBookingItemInput], {
    description: 'What and when; 1 to 10. What overlaps a date of the dish moves with that date.',
  })
  items!: DishBookingItemInput[];

  @NotBlank(told(DISH_BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(DISH_BOOKING_WORDS.purposeTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'What for; read by you, the owners and the committee. The title of the dish by default.',
  })
  purpose?: string | null;
}

@ArgsType()
export class DishBookingArgs {
  @IdOf('Dish')
  @Field(() => ID, { description: 'The dish.' })
  dishId!: string;

  @IdOf('Booking')
  @Field(() => ID, { description: 'A booking that your unit made through the network of the dish.' })
  bookingId!: string;
}
