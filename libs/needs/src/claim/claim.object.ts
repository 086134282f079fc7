import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NeedObject } from '../need/need.object.js';
import { ClaimState, ClaimWay } from './claim.entity.js';
import { AlreadyClaimed, NoPlaceLeft, OwnNeed } from './claim.refusals.js';

registerEnumType(ClaimWay, {
  name: 'ClaimWay',
  description: 'How a unit came to a need.',
  valuesMap: {
    ASKED: { description: 'The committee asked it.' },
    CALLED: { description: 'It was called, because the need is urgent and it could help.' },
    TAKEN: { description: 'It took the need from the open list.' },
  },
});

registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'How a unit stands to a need.',
  valuesMap: {
    ASKED: { description: 'Its answer is awaited. Its own unit and the committee alone know.' },
    ACCEPTED: { description: 'It has taken the need on; the network reads it from now on.' },
    DONE: { description: 'It had taken the need on, and that is over.' },
    DECLINED: { description: 'It was asked and said no. Its own unit and the committee alone know.' },
    WITHDRAWN: { description: 'It is no longer awaited, or no longer needed.' },
    GIVEN_UP: { description: 'It had taken the need on and gave it up.' },
  },
});

@ObjectType('Claim', {
  implements: () => Node,
  description: 'A unit takes a need on (认领), or was asked to.',
})
export abstract class ClaimObject extends Node {
  @Field(() => NeedObject, {
    nullable: true,
    description: 'The need; null when you can no longer see it.',
  })
  readonly need!: NeedObject | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'The network of the need; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Which unit; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => ClaimWay, { description: 'How it came to the need.' })
  readonly way!: ClaimWay;

  @Field(() => ClaimState, { description: 'How it stands to the need.' })
  readonly state!: ClaimState;

  @Field(() => String, { nullable: true, description: 'Why it was declined or given up.' })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was asked or called; null for what it took from the open list.',
  })
  readonly askedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it took the need on; null while it is only asked, and after a no.',
  })
  readonly acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its help was there.' })
  readonly arrivedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its help had done.' })
  readonly finishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended: done, declined, withdrawn or given up.',
  })
  readonly settledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was written down afterwards (补录); null for what was claimed as it came.',
  })
  readonly recordedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it last changed; lists go by it.' })
  readonly updatedAt!: Date;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

@ObjectType('AskedCount', {
  description: 'How often a unit was asked or called for needs of a network in the last 365 days.',
})
export abstract class AskedCountObject {
  @Field(() => UnitObject, { nullable: true, description: 'Which unit; null when you can no longer see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'How often it was asked or called.' })
  readonly asked!: number;

  @Field(() => Int, { description: 'How often it then took the need on, also if it gave that up.' })
  readonly accepted!: number;

  @Field(() => Int, { description: 'How often it said no.' })
  readonly declined!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last asked or called.' })
  readonly lastAskedAt!: Date;
}

export const ClaimConnection = connectionOf(ClaimObject, 'Claim');

export const ClaimNeedResult = resultUnion('ClaimNeedResult', [
  ClaimObject,
  NoPlaceLeft,
  OwnNeed,
  AlreadyClaimed,
  WrongState,
]);

export const AnswerClaimResult = resultUnion('AnswerClaimResult', [
  ClaimObject,
  NoPlaceLeft,
  StaleVersion,
  WrongState,
]);

export const ClaimStepResult = resultUnion('ClaimStepResult', [ClaimObject, StaleVersion, WrongState]);

export const AskToClaimResult = resultUnion('AskToClaimResult', [
  NeedObject,
  OwnNeed,
  AlreadyClaimed,
  WrongState,
]);
