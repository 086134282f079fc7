import { FileObject } from '#files';
import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { OfferKind } from '#resources';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NeedCategoryObject } from '../category/need-category.object.js';
import type { NeedFacts } from './need-facts.js';
import { NeedSource, NeedState, NeedUrgency } from './need.entity.js';

registerEnumType(NeedState, {
  name: 'NeedState',
  description: 'How far a need has come.',
  valuesMap: {
    DRAFT: { description: 'Its own unit alone reads it.' },
    PROPOSED: { description: 'Put before the committee, which alone reads it besides.' },
    RETURNED: {
      description: 'Sent back with a reason; its own unit alone reads it, and can propose it anew.',
    },
    TAKEN: { description: 'Taken by the committee, which asks units; the network reads it from now on.' },
    OPEN: { description: 'Any unit of the network may claim it, first come, first served.' },
    CLAIMED: { description: 'Every place has its unit.' },
    IN_PROGRESS: { description: 'Work has begun.' },
    ANSWERED: { description: 'Done, say those who claimed it; the word of those who had it is awaited.' },
    CLOSED: { description: 'Those who had it say that it is answered.' },
    UNMET: { description: 'Nobody could help; it goes before the next meeting.' },
    WITHDRAWN: { description: 'Taken back by its unit.' },
  },
});

registerEnumType(NeedSource, {
  name: 'NeedSource',
  description: 'From whom a need came.',
  valuesMap: {
    UNIT: { description: 'From the unit that posted it.' },
    RESIDENTS: { description: 'From residents; the committee speaks for them.' },
    TELEPHONE: { description: 'From a call that the committee wrote down.' },
  },
});

registerEnumType(NeedUrgency, {
  name: 'NeedUrgency',
  description: 'How soon a need wants an answer.',
  valuesMap: {
    NORMAL: { description: 'In its time.' },
    SOON: { description: 'Soon.' },
    URGENT: { description: 'Now: it is a call to all units that could help.' },
  },
});

@ObjectType('NeedFacts', {
  description: 'What the facts of an offer that helps must say; null where nothing is asked.',
})
export abstract class NeedFactsObject implements NeedFacts {
  @Field(() => Int, { nullable: true, description: 'Venues for at least so many persons.' })
  readonly capacityAtLeast!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Venues that can, or cannot, be reached without a step.',
  })
  readonly stepFree!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Venues under a roof, or not.' })
  readonly indoor!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Vehicles with at least so many seats.' })
  readonly seatsAtLeast!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Vehicles with, or without, a driver.' })
  readonly driverIncluded!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Power of so many volts.' })
  readonly voltage!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Power of at least so many kilowatts.' })
  readonly maxLoadKwAtLeast!: string | null;

  @Field(() => Int, { nullable: true, description: 'Equipment of at least so many pieces.' })
  readonly quantityAtLeast!: number | null;
}

@ObjectType('NeedContact', { description: 'Whom to ring about a need.' })
export abstract class NeedContactObject {
  @Field(() => String, { nullable: true, description: 'Their name.' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'Their phone.' })
  readonly phone!: string | null;
}

@ObjectType('Need', {
  implements: () => Node,
  description: 'What a unit or its residents lack (需求清单).',
})
export abstract class NeedObject extends Node {
  @Field(() => UnitObject, {
    description: 'Who posted it, and whose word closes it: for residents and calls, the committee.',
  })
  readonly unit!: UnitObject;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'The network that is to help; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => NeedCategoryObject, {
    nullable: true,
    description: 'What it is about; null once your unit no longer takes part in the network.',
  })
  readonly category!: NeedCategoryObject | null;

  @Field(() => NeedSource, { description: 'From whom it came.' })
  readonly source!: NeedSource;

  @Field(() => NeedState, { description: 'How far it has come.' })
  readonly state!: NeedState;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { description: 'What is needed.' })
  readonly what!: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly location!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Start, included; null when any time will do.',
  })
  readonly startsAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'End, not included; null when any time will do.',
  })
  readonly endsAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'For how many persons.' })
  readonly heads!: number | null;

  @Field(() => NeedUrgency, { description: 'How soon.' })
  readonly urgency!: NeedUrgency;

  @Field(() => [OfferKind], { description: 'Kinds of offers that would help; none when no offer would.' })
  readonly kinds!: OfferKind[];

  @Field(() => NeedFactsObject, { description: 'What the facts of such an offer must say.' })
  readonly facts!: NeedFactsObject;

  @Field(() => Int, { description: 'How many units may claim it.' })
  readonly places!: number;

  @Field(() => NeedContactObject, {
    nullable: true,
    description:
      'Whom to ring; null unless you are of its unit, of the committee or of a unit whose claim is accepted.',
  })
  readonly contact!: NeedContactObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  readonly postedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the committee reads it; null in a draft and after it was returned.',
  })
  readonly proposedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee took it.' })
  readonly takenAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last opened to all units.' })
  readonly openedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the units that could help were called; null unless it is urgent.',
  })
  readonly calledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last place was claimed.' })
  readonly claimedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When work began.' })
  readonly begunAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When those who claimed it said that it is done.',
  })
  readonly answeredAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was closed, withdrawn or left unmet.',
  })
  readonly endedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was written down afterwards (补录); null for what was posted as it came.',
  })
  readonly recordedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned, stayed unmet, was withdrawn or opened again.',
  })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done, in the words of who did it.' })
  readonly answer!: string | null;

  @Field(() => Int, { description: 'How often those who had it said that it was not answered.' })
  readonly reopenings!: number;

  @Field(() => Boolean, {
    description: 'The committee wrote down the closing word of its unit (代办), which may still reopen it.',
  })
  readonly closedOnBehalf!: boolean;

  @Field(() => [FileObject], { description: 'Files that its unit attached, oldest first.' })
  readonly files!: FileObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const NeedConnection = connectionOf(NeedObject, 'Need');

export const NeedStepResult = resultUnion('NeedStepResult', [NeedObject, StaleVersion, WrongState]);
