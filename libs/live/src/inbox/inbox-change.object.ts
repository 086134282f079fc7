import { InboxObject } from '#inbox';
import { Field, ObjectType } from '@nestjs/graphql';
import { ChangeObject } from '../watch/change.object.js';

@ObjectType('InboxChange', { description: 'What waits for the acting post now.' })
export abstract class InboxChangeObject extends ChangeObject {
  @Field(() => InboxObject, { description: 'What waits, as the query of that name tells it.' })
  readonly inbox!: InboxObject;
}
