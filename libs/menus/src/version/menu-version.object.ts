import { DateTimeScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishKind, Segment } from '../dish/dish.entity.js';
import { MenuChangeCode } from './menu-changes.js';

registerEnumType(MenuChangeCode, {
  name: 'MenuChangeCode',
  description: 'What changed from one version of a menu to the next.',
  valuesMap: {
    ADDED: { description: 'A dish that was not on it.' },
    CANCELLED: { description: 'A dish that will not be held.' },
    TITLE: { description: 'Its name.' },
    KIND: { description: 'Its kind.' },
    TIME: { description: 'When it is held.' },
    PLACE: { description: 'Where, or what is booked for it.' },
    LEAD: { description: 'Who holds it.' },
    HOSTS: { description: 'Who takes part.' },
    QUOTA: { description: 'For how many.' },
    DEADLINE: { description: 'Until when one signs up.' },
    SEGMENTS: { description: 'For whom.' },
    WHAT: { description: 'What is done, or whom to ring.' },
  },
});

@ObjectType('MenuChange', { description: 'One thing that changed since the version before.' })
export abstract class MenuChangeObject {
  @Field(() => MenuChangeCode, { description: 'What.' })
  readonly code!: MenuChangeCode;

  @Field(() => String, { description: 'Of which dish: its name in this version.' })
  readonly title!: string;

  @Field(() => String, {
    description: 'The same as a sentence in Chinese, times in the zone of the network.',
  })
  readonly zh!: string;

  @Field(() => String, {
    description: 'The same as a sentence in English, times in the zone of the network.',
  })
  readonly en!: string;
}

@ObjectType('PublishedDate', { description: 'When a dish was to be held.' })
export abstract class PublishedDateObject {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: string;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: string;
}

@ObjectType('PublishedDish', { description: 'A dish as a version of a menu showed it.' })
export abstract class PublishedDishObject {
  @Field(() => DishKind, { description: 'What kind.' })
  readonly kind!: DishKind;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  readonly what!: string | null;

  @Field(() => String, { nullable: true, description: 'Where, as it was said.' })
  readonly place!: string | null;

  @Field(() => String, { description: 'Name of the unit that holds it.' })
  readonly lead!: string;

  @Field(() => [String], { description: 'Names of the units that take part.' })
  readonly hosts!: string[];

  @Field(() => [PublishedDateObject], { description: 'When, the earliest first.' })
  readonly dates!: PublishedDateObject[];

  @Field(() => [String], { description: 'Titles of the offers booked for it, and confirmed.' })
  readonly offers!: string[];

  @Field(() => [String], { description: 'Titles of the offers asked for, to which nobody had said yes.' })
  readonly pendingOffers!: string[];

  @Field(() => Int, { nullable: true, description: 'For how many persons in all.' })
  readonly quota!: number | null;

  @Field(() => Int, { nullable: true, description: 'For how many persons of one unit.' })
  readonly quotaPerUnit!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when one signs up.' })
  readonly signUpDeadline!: string | null;

  @Field(() => [Segment], { description: 'For whom.' })
  readonly segments!: Segment[];
}

@ObjectType('MenuVersion', { description: 'A menu as it was published; never changed.' })
export abstract class MenuVersionObject {
  @Field(() => Int, { description: 'Counts from 1.' })
  readonly number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  readonly publishedAt!: Date;

  @Field(() => [PublishedDishObject], { description: 'What stood on it, by time.' })
  readonly dishes!: PublishedDishObject[];

  @Field(() => [MenuChangeObject], {
    description: 'What changed since the version before; none in the first.',
  })
  readonly changes!: MenuChangeObject[];
}
