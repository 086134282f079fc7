import { Refusal, RefusalCode, type Words } from '#graphql';
import { ObjectType } from '@nestjs/graphql';

/** An identity opens one account, and an account is opened by one identity of a provider. */
@ObjectType({
  implements: () => Refusal,
  description: 'The identity is linked with another account, or the account with another identity there.',
})
export class AlreadyLinked extends Refusal {
  constructor(words: Words) {
    super(RefusalCode.ALREADY_EXISTS, words);
  }
}
