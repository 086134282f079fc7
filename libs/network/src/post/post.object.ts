import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import type { Role } from '#tenancy';
import { NetworkObject } from '../network/network.object.js';
import { UnitObject } from '../unit/unit.object.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PasswordCodeObject } from '../password/password.object.js';
import { PostRole } from './post-role.js';
import { AlreadyHeld, OwnSuccessor, UnitHasLeft } from './post.refusals.js';

@ObjectType('Post', { implements: () => Node, description: 'An office held by a person in a unit (任职).' })
export abstract class PostObject extends Node {
  @Field(() => PostRole, { description: 'What it may do.' })
  readonly role!: Role;

  @Field(() => String, { description: 'The name of the person who holds it.' })
  readonly personName!: string;

  @Field(() => String, { nullable: true, description: 'The duty phone, as in the directory (通讯录).' })
  readonly dutyPhone!: string | null;

  @Field(() => DateTimeScalar, { description: 'Held from then on.' })
  readonly since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Held until then; null for no end.' })
  readonly until!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken away; null unless it was.' })
  readonly revokedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; updates say which one they saw.' })
  readonly version!: number;

  @Field(() => PostObject, {
    nullable: true,
    description: 'The post it takes over from; null if none, or none that you see.',
  })
  readonly predecessor!: PostObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'The unit in which it is held; null for a post that you held once, in a unit you no longer know.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => [NetworkObject], {
    description: 'For a steward: the networks in scope, by code. Empty for others.',
  })
  readonly scope!: NetworkObject[];
}

export const PostConnection = connectionOf(PostObject, 'Post');

@ObjectType('Appointment', { description: 'A post as it was given.' })
export abstract class AppointmentObject {
  @Field(() => PostObject, { description: 'The post.' })
  readonly post!: PostObject;

  @Field(() => PasswordCodeObject, {
    nullable: true,
    description: 'For a new person, to be handed over; null for somebody who has an account.',
  })
  readonly setUp!: PasswordCodeObject | null;
}

export const AppointResult = resultUnion('AppointResult', [AppointmentObject, AlreadyHeld, UnitHasLeft]);
export const RevokePostResult = resultUnion('RevokePostResult', [PostObject, StaleVersion]);
export const HandOverPostResult = resultUnion('HandOverPostResult', [
  AppointmentObject,
  StaleVersion,
  WrongState,
  OwnSuccessor,
  AlreadyHeld,
  UnitHasLeft,
]);
export const SetDutyPhoneResult = resultUnion('SetDutyPhoneResult', [PostObject, StaleVersion, UnitHasLeft]);
export const TakeBackHandOverResult = resultUnion('TakeBackHandOverResult', [
  PostObject,
  StaleVersion,
  WrongState,
  UnitHasLeft,
]);
