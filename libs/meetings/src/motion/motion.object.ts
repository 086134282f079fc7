import {
  connectionOf,
  DateTimeScalar,
  Node,
  Refusal,
  RefusalCode,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { UnitObject, type Unit } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Majority } from './majority.js';
import { Ballot, MotionState } from './motion.entity.js';
import { BALLOT_FAULTS } from './motion.words.js';
import { BallotFault } from './turnout.js';
import { Choice } from './vote.entity.js';

registerEnumType(Majority, {
  name: 'Majority',
  description: 'What carries a motion. Abstentions are counted apart; a tie never carries.',
  valuesMap: {
    SIMPLE: { description: 'More yes than no.' },
    ABSOLUTE: { description: 'Yes of more than half of all who may vote.' },
    TWO_THIRDS_CAST: { description: 'Yes of two thirds or more of those that said yes or no.' },
    TWO_THIRDS_ALL: { description: 'Yes of two thirds or more of all who may vote.' },
    UNANIMOUS: { description: 'At least one yes, and no no.' },
  },
});

registerEnumType(Ballot, {
  name: 'Ballot',
  description: 'Whether others see how a unit votes.',
  valuesMap: {
    OPEN: { description: 'By unit, as it is cast, to all who read the motion.' },
    SECRET: { description: 'How a unit voted is not kept; that it has, its committee and itself read.' },
  },
});

registerEnumType(MotionState, {
  name: 'MotionState',
  description: 'How far a motion has come.',
  valuesMap: {
    DRAFT: { description: 'Prepared; read by whoever reads the agenda of the meeting.' },
    OPEN: { description: 'Being voted on.' },
    CARRIED: { description: 'Carried.' },
    LOST: { description: 'Not carried.' },
    NO_QUORUM: { description: 'Too few units took part: nothing is decided. It can be moved anew.' },
    WITHDRAWN: { description: 'Taken back before the vote.' },
  },
});

registerEnumType(Choice, {
  name: 'Choice',
  description: 'What a ballot says.',
  valuesMap: {
    YES: { description: 'For it.' },
    NO: { description: 'Against it.' },
    ABSTAIN: { description: 'Neither; counted apart.' },
  },
});

registerEnumType(BallotFault, {
  name: 'BallotFault',
  description: 'Why a ballot is not taken.',
  valuesMap: {
    NOT_ENTITLED: { description: 'That unit has no vote: a guest, or no member when the vote opened.' },
    HAS_VOTED: { description: 'That unit has voted; its first ballot stands.' },
    AWAY: { description: 'Nobody in the room votes for that unit.' },
    ANOTHER_VOTES: { description: 'That unit votes itself, or by another.' },
    TWO_BALLOTS_CAST: { description: 'Your unit has voted for another unit already.' },
  },
});

@ObjectType('Consent', { description: 'A consent gathered outside of the meeting, of households say.' })
export abstract class ConsentObject {
  @Field(() => Majority, {
    description: 'What it needs; where a majority is of all units, here of all asked.',
  })
  readonly majority!: Majority;

  @Field(() => Int, { description: 'How many were asked.' })
  readonly asked!: number;

  @Field(() => Int, { description: 'How many are for it.' })
  readonly for!: number;

  @Field(() => Int, { description: 'How many are against it.' })
  readonly against!: number;

  @Field(() => Boolean, { description: 'Whether they have agreed, as it stands.' })
  readonly isGiven!: boolean;
}

@ObjectType('VoteCount', { description: 'What a vote came to; units, not people.' })
export abstract class VoteCountObject {
  @Field(() => Int, { description: 'How many units had to be present or represented.' })
  readonly quorumNeeded!: number;

  @Field(() => Int, { description: 'How many could vote.' })
  readonly entitled!: number;

  @Field(() => Int, {
    description: 'How many were in the room: who voted as it did then, the others at the closing.',
  })
  readonly present!: number;

  @Field(() => Int, { description: 'How many were away and had a unit in the room to vote for them.' })
  readonly represented!: number;

  @Field(() => Int, { description: 'How many have voted.' })
  readonly voting!: number;

  @Field(() => Int, { description: 'How many for it.' })
  readonly yes!: number;

  @Field(() => Int, { description: 'How many against it.' })
  readonly no!: number;

  @Field(() => Int, { description: 'How many neither.' })
  readonly abstained!: number;
}

@ObjectType('Vote', { description: 'That a unit has voted.' })
export abstract class VoteObject {
  @Field(() => UnitObject, { description: 'The unit whose vote it is.' })
  readonly unit!: UnitObject;

  @Field(() => UnitObject, { description: 'Who cast it: itself, or the unit that held its proxy.' })
  readonly castBy!: UnitObject;

  @Field(() => Choice, {
    nullable: true,
    description: 'How it voted; null in a secret ballot, for everybody.',
  })
  readonly choice!: Choice | null;
}

@ObjectType('Motion', { implements: () => Node, description: 'What a meeting votes on (表决事项).' })
export abstract class MotionObject extends Node {
  @Field(() => MotionState, { description: 'How far it has come.' })
  readonly state!: MotionState;

  @Field(() => String, { description: 'What is to be decided.' })
  readonly text!: string;

  @Field(() => Majority, { description: 'What it needs to be carried.' })
  readonly majority!: Majority;

  @Field(() => Ballot, { description: 'Whether others see how a unit votes.' })
  readonly ballot!: Ballot;

  @Field(() => ConsentObject, {
    nullable: true,
    description: 'A consent from outside that it needs as well; corrected until the vote is closed.',
  })
  readonly consent!: ConsentObject | null;

  @Field(() => [VoteObject], {
    description:
      'Who has voted, by code of the unit, as far as you may see it: of an open ballot all, of a secret one all for the committee, for a unit what it cast or was cast for it.',
  })
  readonly votes!: VoteObject[];

  @Field(() => VoteCountObject, {
    nullable: true,
    description: 'What the vote came to; null until it is closed.',
  })
  readonly count!: VoteCountObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  readonly draftedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the vote was opened.' })
  readonly openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the vote was closed.' })
  readonly closedAt!: Date | null;

  @Field(() => Int, {
    description: 'Counts what the committee does, and no ballots; each step says which one was seen.',
  })
  readonly version!: number;
}

export const MotionConnection = connectionOf(MotionObject, 'Motion');

/** What stays of it says that a ballot was cast, never how: it is kept for repetitions. */
@ObjectType('VoteReceipt', { description: 'That a ballot was taken, and not what it says.' })
export abstract class VoteReceiptObject {
  @Field(() => UnitObject, { description: 'The unit whose vote it is.' })
  readonly unit!: Unit;

  @Field(() => UnitObject, { description: 'Who cast it: itself, or the unit that holds its proxy.' })
  readonly castBy!: Unit;
}

/** A client says each of them differently: to check in, to let be, to leave it to another. */
@ObjectType({ implements: () => Refusal, description: 'The ballot is not taken; nothing was counted.' })
export class BallotRefused extends Refusal {
  @Field(() => BallotFault, { description: 'Why not.' })
  readonly fault: BallotFault;

  constructor(fault: BallotFault) {
    super(RefusalCode.BALLOT_REFUSED, BALLOT_FAULTS[fault]);
    this.fault = fault;
  }
}

export const CastVoteResult = resultUnion('CastVoteResult', [VoteReceiptObject, BallotRefused, WrongState]);
export const CreateMotionResult = resultUnion('CreateMotionResult', [MotionObject, WrongState]);
export const MotionStepResult = resultUnion('MotionStepResult', [MotionObject, StaleVersion, WrongState]);
