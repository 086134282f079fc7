import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Session', {
  implements: () => Node,
  description: 'One sign-in of yours, and all tokens that came of it.',
})
export abstract class SessionObject extends Node {
  @Field(() => String, {
    nullable: true,
    description: 'What you called the place when you signed in there; null if you did not say.',
  })
  readonly device!: string | null;

  @Field(() => DateTimeScalar, { description: 'When you signed in.' })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last refreshed; null if never.' })
  readonly refreshedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'Over from then on unless it is refreshed before.' })
  readonly expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended; null while it goes on.' })
  readonly endedAt!: Date | null;
}

export const SessionConnection = connectionOf(SessionObject, 'Session');
