import { Refusal, RefusalCode, type Words } from '#graphql';
import { ObjectType } from '@nestjs/graphql';

/** One answer for a code that never was, was used, was replaced, has expired, or opens nothing any more. */
@ObjectType({
  implements: () => Refusal,
  description:
    'The code or refresh token is not valid: unknown, used, replaced or expired; it is not told which.',
})
export class InvalidCode extends Refusal {
  constructor(words?: Words) {
    super(RefusalCode.INVALID_CODE, words);
  }
}
