import { connectionOf } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { MembershipRole } from '../membership/membership.entity.js';
import { PostObject } from '../post/post.object.js';
import { UnitObject } from '../unit/unit.object.js';

@ObjectType('DirectoryEntry', {
  description: 'A unit in the directory (通讯录) of a network, with its people.',
})
export abstract class DirectoryEntryObject {
  @Field(() => UnitObject, { description: 'The unit.' })
  readonly unit!: UnitObject;

  @Field(() => MembershipRole, { description: 'As what it belongs to the network.' })
  readonly role!: MembershipRole;

  @Field(() => [PostObject], {
    description:
      'Who speaks for it, with the duty phone: secretaries, officers, liaisons and deputies in this order, each by name. Everybody, also when only one was searched for.',
  })
  readonly people!: PostObject[];
}

export const DirectoryConnection = connectionOf(DirectoryEntryObject, 'DirectoryEntry');
