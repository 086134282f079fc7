import { DateTimeScalar, IdOf } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { InboxKind } from '../kind/inbox-kind.enum.js';
import type { InboxWish } from './inbox.js';

/** Which part of an inbox. */
@ArgsType()
export class InboxArgs {
  @Field(() => [InboxKind], {
    nullable: true,
    description: 'Only these kinds; all unless given, and nothing when the list is empty.',
  })
  kinds?: InboxKind[] | null;

  @IdOf('Network')
  @Field(() => ID, {
    nullable: true,
    description: 'Only what waits in this network; nothing in one that you do not know.',
  })
  networkId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what is due before this instant, overdue or not; what has no term is left out.',
  })
  dueBefore?: Date | null;

  wish(): InboxWish {
    const { kinds, networkId, dueBefore } = this;
    return { kinds: kinds ?? null, networkId: networkId ?? null, dueBefore: dueBefore ?? null };
  }
}
