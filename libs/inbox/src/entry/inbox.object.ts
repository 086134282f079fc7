import { connectionOf, DateTimeScalar, Node, Spoken } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InboxKind } from '../kind/inbox-kind.enum.js';

@ObjectType('InboxCount', { description: 'How many things of one kind wait.' })
export abstract class InboxCountObject {
  @Field(() => InboxKind, { description: 'The kind.' })
  readonly kind!: InboxKind;

  @Field(() => Int, { description: 'How many wait; kinds of which nothing waits are left out.' })
  readonly count!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the first of them is due, which may be past; null when none has a term.',
  })
  readonly nextDueAt!: Date | null;
}

@ObjectType('InboxEntry', {
  description:
    'One thing that waits for the acting post. It is not stored: it is here as long as the thing waits and the post may settle it.',
})
export abstract class InboxEntryObject {
  @Field(() => String, {
    description: 'The same as long as it waits, and unique in an inbox; no id of a thing.',
  })
  readonly key!: string;

  @Field(() => InboxKind, { description: 'What kind of thing waits.' })
  readonly kind!: InboxKind;

  @Spoken()
  @Field(() => String, { description: 'What is to be done, in one sentence.' })
  readonly why!: string;

  @Spoken()
  @Field(() => String, {
    description: 'What it is about, as people have named it; a menu, which nobody names, by its month.',
  })
  readonly title!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when; of a day, the instant at which it ends. Null when there is no term.',
  })
  readonly dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether that has passed; it can be settled all the same.' })
  readonly isOverdue!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it waits; null where that is not kept, or would tell more than it should.',
  })
  readonly since!: Date | null;

  @Field(() => [String], {
    description:
      'The mutations of which each settles it, as far as the acting post may call them, the nearest first. They may still refuse, and then say why.',
  })
  readonly settledBy!: readonly string[];

  @Field(() => Node, { nullable: true, description: 'The thing itself; null when it went away meanwhile.' })
  readonly thing!: Node | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'The network in which it waits; null when you no longer see that network.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'The unit from which it comes: that asks, proposes, invites or reports. Null when you do not see it.',
  })
  readonly unit!: UnitObject | null;
}

export const InboxEntryConnection = connectionOf(InboxEntryObject, 'InboxEntry');

@ObjectType('Inbox', { description: 'What waits for the acting post (待办).' })
export abstract class InboxObject {
  @Field(() => Int, { description: 'How many things wait, of the kinds asked for.' })
  readonly totalCount!: number;

  @Field(() => [InboxCountObject], {
    description: 'How many wait of each kind, by the name of the kind; they add up to the total.',
  })
  readonly countsByKind!: readonly InboxCountObject[];
}
