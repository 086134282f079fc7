import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NeedObject, ProjectObject } from '#needs';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishHostObject } from '../host/dish-host.object.js';
import { DishKind, DishState, Segment } from './dish.entity.js';

registerEnumType(DishState, {
  name: 'DishState',
  description: 'How far a dish has come.',
  valuesMap: {
    DRAFT: { description: 'Its own unit alone reads it.' },
    PROPOSED: { description: 'Put before the committee, which alone reads it besides.' },
    RETURNED: {
      description: 'Sent back with a reason; its own unit alone reads it, and can propose it anew.',
    },
    TAKEN: { description: 'On the menu. The network reads it once it is published (publishedAt).' },
    WITHDRAWN: { description: 'Taken back before it was published.' },
    CANCELLED: { description: 'Published, and not held after all.' },
  },
});

registerEnumType(DishKind, {
  name: 'DishKind',
  description: 'What kind of activity a dish is.',
  valuesMap: {
    SERVICE: { description: 'Services to residents (便民服务).' },
    CULTURE_AND_SPORT: { description: 'Culture and sport (文体活动).' },
    LECTURE: { description: 'A lecture (讲座).' },
    COURSE: { description: 'A course: one dish with several dates (课程).' },
    TOPICAL_SURVEY: { description: 'An investigation (专题调研); at least one in every two months.' },
    SERVICE_DAY: { description: 'A fixed day of the month (服务日); stands on each menu by itself.' },
    TRAINING: { description: 'Training (培训).' },
    CARE_VISIT: { description: 'Visits to those in need (走访慰问).' },
    JOINT_DAY: { description: 'A joint day of several units (联建日).' },
  },
});

registerEnumType(Segment, {
  name: 'Segment',
  description: 'For whom a dish is.',
  valuesMap: {
    ELDERLY: { description: 'Elderly people.' },
    FAMILIES: { description: 'Families with children.' },
    NEWCOMERS: { description: 'Newcomers to the community.' },
    UNEMPLOYED: { description: 'People without work.' },
    VOLUNTEERS: { description: 'Volunteers.' },
    ALL: { description: 'All residents.' },
  },
});

@ObjectType('DishDate', { implements: () => Node, description: 'When a dish is held once.' })
export abstract class DishDateObject extends Node {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it will not be held.' })
  readonly cancelledAt!: Date | null;
}

@ObjectType('Dish', {
  implements: () => Node,
  description: 'An activity on the menu of a month (菜品), from the proposal to its end.',
})
export abstract class DishObject extends Node {
  @Field(() => NetworkObject, { nullable: true, description: 'Whose menu; null when you no longer know it.' })
  readonly network!: NetworkObject | null;

  @Field(() => DateScalar, { description: 'First day of the month on whose menu it is to stand.' })
  readonly month!: string;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who proposed it; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who holds it; null when you can no longer see it.',
  })
  readonly lead!: UnitObject | null;

  @Field(() => DishKind, { description: 'What kind of activity.' })
  readonly kind!: DishKind;

  @Field(() => DishState, { description: 'How far it has come.' })
  readonly state!: DishState;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  readonly what!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where, as it was said; its venues stand in `bookings`.',
  })
  readonly place!: string | null;

  @Field(() => DateTimeScalar, { description: 'Start of its first date that stands.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End of its last date that stands, not included.' })
  readonly endsAt!: Date;

  @Field(() => [DishDateObject], { description: 'When it is held, the earliest first; cancelled dates too.' })
  readonly dates!: DishDateObject[];

  @Field(() => Int, { nullable: true, description: 'For how many persons in all; null without a limit.' })
  readonly quota!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many persons of one unit; null without a limit.',
  })
  readonly quotaPerUnit!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when one signs up; null until the start.',
  })
  readonly signUpDeadline!: Date | null;

  @Field(() => Boolean, { description: 'A smaller group may be let in before a larger one that waits.' })
  readonly allowsPassing!: boolean;

  @Field(() => [Segment], { description: 'For whom.' })
  readonly segments!: Segment[];

  @Field(() => String, { nullable: true, description: 'Whom to ring about it.' })
  readonly contactName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to ring.' })
  readonly contactPhone!: string | null;

  @Field(() => ProjectObject, {
    nullable: true,
    description: 'The project that it belongs to; null also when you cannot see it.',
  })
  readonly project!: ProjectObject | null;

  @Field(() => NeedObject, {
    nullable: true,
    description: 'The need that it answers; null also when you cannot see it.',
  })
  readonly need!: NeedObject | null;

  @Field(() => DishObject, {
    nullable: true,
    description: 'The dish that it was copied from; null also when you cannot see it.',
  })
  readonly copiedFrom!: DishObject | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The service day (day of the month) that put it on the menu by itself; null for all others.',
  })
  readonly serviceDay!: number | null;

  @Field(() => [DishHostObject], {
    description:
      'Units that take part beside the lead, and for those whom it concerns those that were asked.',
  })
  readonly hosts!: DishHostObject[];

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  readonly postedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the committee reads it; null in a draft and after it was returned.',
  })
  readonly proposedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee took it.' })
  readonly takenAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the network reads it.' })
  readonly publishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was written down after it was held (补录); null for what was proposed ahead.',
  })
  readonly recordedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn or cancelled.' })
  readonly endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned, or it or its dates ahead were cancelled.',
  })
  readonly reason!: string | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const DishConnection = connectionOf(DishObject, 'Dish');
export const DishResult = resultUnion('DishResult', [DishObject, StaleVersion, WrongState]);
