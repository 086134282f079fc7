import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { NetworkObject } from '../network/network.object.js';
import { UnitObject } from '../unit/unit.object.js';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MembershipRole, MembershipState } from './membership.entity.js';
import { AlreadyMember } from './membership.refusals.js';

registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'As what a unit belongs to a network.',
  valuesMap: {
    CONVENER: { description: 'The convening committee; one in each network.' },
    PARTNER: { description: 'A partner unit (共建单位).' },
    GUEST: { description: 'Called to working meetings only, never counted; sees no offers.' },
  },
});

registerEnumType(MembershipState, {
  name: 'MembershipState',
  description: 'How a unit stands to a network.',
  valuesMap: {
    INVITED: { description: 'The committee has invited the unit of that code.' },
    ACTIVE: { description: 'It takes part.' },
    SUSPENDED: { description: 'It keeps its place, but sees and uses nothing until it is resumed.' },
    LEFT: { description: 'It declined, left or was removed; its history stays.' },
  },
});

@ObjectType('Membership', { implements: () => Node, description: 'A unit in a network (成员关系).' })
export abstract class MembershipObject extends Node {
  @Field(() => String, { description: 'The code to which the invitation was addressed.' })
  readonly unitCode!: string;

  @Field(() => MembershipRole, { description: 'As what it belongs.' })
  readonly role!: MembershipRole;

  @Field(() => MembershipState, { description: 'How it stands now.' })
  readonly state!: MembershipState;

  @Field(() => DateTimeScalar, { description: 'When it was invited, the last time.' })
  readonly invitedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it accepted; null before.' })
  readonly activeSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left; null unless it has.' })
  readonly leftAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; updates say which one they saw.' })
  readonly version!: number;

  @Field(() => NetworkObject, {
    nullable: true,
    description:
      'The network; null when your unit has declined, left or been suspended and no longer knows it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, { nullable: true, description: 'The unit; null until it has accepted once.' })
  readonly unit!: UnitObject | null;
}

export const MembershipConnection = connectionOf(MembershipObject, 'Membership');

export const InviteUnitResult = resultUnion('InviteUnitResult', [MembershipObject, AlreadyMember]);
export const AnswerInvitationResult = resultUnion('AnswerInvitationResult', [
  MembershipObject,
  StaleVersion,
  WrongState,
]);
export const ChangeMembershipResult = resultUnion('ChangeMembershipResult', [
  MembershipObject,
  StaleVersion,
  WrongState,
]);
