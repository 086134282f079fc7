import { resultUnion, WrongState } from '#graphql';
import { BookingBundleObject, BookingObject, ItemsRefused, OfferObject } from '#resources';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('DishOffer', {
  description: 'What is booked for a dish: its venue, a vehicle, power or an expert.',
})
export abstract class DishOfferObject {
  @Field(() => String, { description: 'Title of the offer when it was booked.' })
  readonly title!: string;

  @Field(() => Boolean, { description: 'It is asked for, and nobody has said yes.' })
  readonly isPending!: boolean;

  @Field(() => OfferObject, { nullable: true, description: 'The offer; null when you cannot see it.' })
  readonly offer!: OfferObject | null;

  @Field(() => BookingObject, {
    nullable: true,
    description: 'The booking, with whether it is confirmed or pending; null when you cannot see it.',
  })
  readonly booking!: BookingObject | null;
}

export const BookForDishResult = resultUnion('BookForDishResult', [
  BookingBundleObject,
  ItemsRefused,
  WrongState,
]);
