import { connectionOf, DateScalar, DateTimeScalar, Node, Spoken } from '#graphql';
import { InboxKind } from '#inbox';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ScheduleKind } from '../kind/schedule-kind.enum.js';
import { ScheduleState } from '../kind/schedule-state.enum.js';

@ObjectType('ScheduleCount', { description: 'How many entries of one kind lie in the span.' })
export abstract class ScheduleCountObject {
  @Field(() => ScheduleKind, { description: 'The kind.' })
  readonly kind!: ScheduleKind;

  @Field(() => Int, { description: 'How many there are; kinds without any are left out.' })
  readonly count!: number;
}

@ObjectType('ScheduleEntry', {
  description: 'One thing that has its time for the acting post. It is not stored: it follows the thing.',
})
export abstract class ScheduleEntryObject {
  @Field(() => String, {
    description:
      'Unique in a schedule, the same through all moves, and the UID in the calendar feed; no id of a thing. Of a deadline that of its entry in `inbox`.',
  })
  readonly key!: string;

  @Field(() => ScheduleKind, { description: 'What kind of thing it is.' })
  readonly kind!: ScheduleKind;

  @Field(() => InboxKind, {
    nullable: true,
    description: 'Of a deadline, what waits until then; null of any other kind.',
  })
  readonly waiting!: InboxKind | null;

  @Spoken()
  @Field(() => String, {
    description: 'What it is about, as people have named it; a menu, which nobody names, by its month.',
  })
  readonly title!: string;

  @Field(() => ScheduleState, { description: 'Whether it will be.' })
  readonly state!: ScheduleState;

  @Field(() => DateTimeScalar, {
    description: 'When it begins; of a deadline when it is due, and of one by the day the start of that day.',
  })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it ends: of a deadline that is no day, the same instant.',
  })
  readonly endsAt!: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The local day of a deadline that ends with a day; null for what has hours.',
  })
  readonly day!: string | null;

  @Field(() => String, { nullable: true, description: 'Where, as far as it was said and you may read it.' })
  readonly place!: string | null;

  @Field(() => Int, {
    description:
      'Rises when it is moved, called off or put differently, and never falls; SEQUENCE in the calendar feed.',
  })
  readonly sequence!: number;

  @Field(() => Node, {
    nullable: true,
    description: 'The thing itself: of an activity the dish; null when it went away meanwhile.',
  })
  readonly thing!: Node | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'The network to which it belongs; null when you no longer see that network.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'The other unit: that convenes the meeting, borrows or lends, leads the activity, or from which comes what is due. Null when there is none, or you do not see it.',
  })
  readonly unit!: UnitObject | null;
}

export const ScheduleEntryConnection = connectionOf(ScheduleEntryObject, 'ScheduleEntry');

@ObjectType('Schedule', { description: 'What has its time for the acting post (日程).' })
export abstract class ScheduleObject {
  @Field(() => Int, { description: 'How many entries lie in the span, of what was asked for.' })
  readonly totalCount!: number;

  @Field(() => [ScheduleCountObject], {
    description: 'How many there are of each kind, by the name of the kind; they add up to the total.',
  })
  readonly countsByKind!: readonly ScheduleCountObject[];
}
