import { localDayOf, writeChineseTime } from '#calendar';
import { DateTimeScalar, Refusal, RefusalCode, type Words } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { SIGN_IN_WORDS } from './sign-in.words.js';
import type { UpcomingPost } from './upcoming-post.js';

/** One answer for an unknown account, a wrong password and a post that is not the person's. */
@ObjectType({
  implements: () => Refusal,
  description: 'Region, account and password do not belong together.',
})
export class WrongCredentials extends Refusal {
  constructor(words?: Words) {
    super(RefusalCode.WRONG_CREDENTIALS, words);
  }
}

/** Guessing is slowed down per account and per address. */
@ObjectType({
  implements: () => Refusal,
  description:
    'Within 15 minutes too many sign-ins failed for this account (10) or from this address (100), or too many codes of your post for this meeting (10).',
})
export class TooManyAttempts extends Refusal {
  constructor() {
    super(RefusalCode.TOO_MANY_ATTEMPTS);
  }
}

/** Told to nobody but whoever knows the password, who would otherwise doubt it. */
@ObjectType({
  implements: () => Refusal,
  description: 'The password is right, but no post is held now: it is still to begin, or all are over.',
})
export class NoPostNow extends Refusal {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the next post begins; null if none is to come.',
  })
  readonly since: Date | null;

  constructor(next: UpcomingPost | null) {
    super(RefusalCode.NO_POST_NOW, next ? beginning(next) : undefined);
    this.since = next?.since ?? null;
  }
}

function beginning({ since, timeZone }: UpcomingPost): Words {
  const zh = writeChineseTime(since, timeZone);
  const en = `${localDayOf(since, timeZone).toString()} ${zh.slice(-'00:00'.length)}`;
  return SIGN_IN_WORDS.postAhead({ instant: { en, zh } });
}
