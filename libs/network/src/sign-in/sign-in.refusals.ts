import { Refusal, RefusalCode } from '#graphql';
import { ObjectType } from '@nestjs/graphql';

/** One answer for an unknown account, a wrong password and a person without a post. */
@ObjectType({
  implements: () => Refusal,
  description: 'Region, account and password do not belong together.',
})
export class WrongCredentials extends Refusal {
  constructor() {
    super(RefusalCode.WRONG_CREDENTIALS);
  }
}

/** Guessing is slowed down per account and per address. */
@ObjectType({
  implements: () => Refusal,
  description: 'Too many sign-ins failed for this account (10) or from this address (100) within 15 minutes.',
})
export class TooManyAttempts extends Refusal {
  constructor() {
    super(RefusalCode.TOO_MANY_ATTEMPTS);
  }
}
