import { FileObject } from '#files';
import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { NeedObject } from '#needs';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgendaItemState } from './agenda-item.entity.js';

registerEnumType(AgendaItemState, {
  name: 'AgendaItemState',
  description: 'What became of an item.',
  valuesMap: {
    PROPOSED: { description: 'Put before the committee, which alone reads it besides its unit.' },
    TAKEN: { description: 'On the agenda; those invited read it.' },
    POSTPONED: { description: 'Put off with a reason; it can be carried over to a later meeting.' },
    REFUSED: { description: 'Not taken, with a reason.' },
    WITHDRAWN: { description: 'Taken back by its unit.' },
  },
});

@ObjectType('AgendaItem', { implements: () => Node, description: 'What a meeting talks about (议题).' })
export abstract class AgendaItemObject extends Node {
  @Field(() => UnitObject, { description: 'Who proposed it.' })
  readonly unit!: UnitObject;

  @Field(() => AgendaItemState, { description: 'What became of it.' })
  readonly state!: AgendaItemState;

  @Field(() => Int, { nullable: true, description: 'Its place on the agenda, from 1; null off it.' })
  readonly place!: number | null;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What about.' })
  readonly what!: string | null;

  @Field(() => Int, { nullable: true, description: 'Minutes allotted.' })
  readonly minutes!: number | null;

  @Field(() => String, { nullable: true, description: 'Who presents it.' })
  readonly presenter!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was postponed or refused.' })
  readonly reason!: string | null;

  @Field(() => AgendaItemObject, {
    nullable: true,
    description: 'The item of an earlier meeting that it goes on with, if you may see that.',
  })
  readonly carriedFrom!: AgendaItemObject | null;

  @Field(() => AgendaItemObject, {
    nullable: true,
    description: 'The item of a later meeting that goes on with it, if you may see that.',
  })
  readonly continuedBy!: AgendaItemObject | null;

  @Field(() => NeedObject, {
    nullable: true,
    description: 'The unmet need that it is about, if you may see that.',
  })
  readonly need!: NeedObject | null;

  @Field(() => [FileObject], { description: 'Its papers, oldest first; stewards read none.' })
  readonly files!: FileObject[];

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  readonly proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when those invited read it.' })
  readonly takenAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was postponed, refused or withdrawn.',
  })
  readonly settledAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

@ObjectType('Agenda', { description: 'The items of a meeting that you may see.' })
export abstract class AgendaObject {
  @Field(() => [AgendaItemObject], {
    description: 'Those on the agenda in their order, then the others, the earliest first.',
  })
  readonly items!: AgendaItemObject[];
}

export const AgendaItemResult = resultUnion('AgendaItemResult', [AgendaItemObject, StaleVersion, WrongState]);
export const ProposeItemResult = resultUnion('ProposeItemResult', [AgendaItemObject, WrongState]);
export const AgendaResult = resultUnion('AgendaResult', [AgendaObject, WrongState]);
