import { Refusal, RefusalCode } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ACCESS_TOKEN_WORDS } from './access-token.words.js';

/** A post is held by one person, who has to know what each of its tokens is for. */
@ObjectType({
  implements: () => Refusal,
  description: 'Your post has as many valid access tokens as it may have.',
})
export class TooManyAccessTokens extends Refusal {
  @Field(() => Int, { description: 'How many a post may have.' })
  readonly most: number;

  constructor(most: number) {
    super(RefusalCode.TOO_MANY_ACCESS_TOKENS, ACCESS_TOKEN_WORDS.tooMany({ most }));
    this.most = most;
  }
}
