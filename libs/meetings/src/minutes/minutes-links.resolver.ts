import { TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { writtenTextOf } from './minutes-contents.js';
import { WrittenTextObject } from './minutes-contents.object.js';
import type { MinutesVersion } from './minutes-version.entity.js';
import { ConfirmationObject } from './confirmation.object.js';
import { MinutesObject, MinutesVersionObject } from './minutes.object.js';

/** What minutes add to a meeting. */
@Resolver(() => MeetingObject)
export class MeetingMinutesResolver {
  @ResolveField(() => MinutesObject, {
    nullable: true,
    description: 'Its minutes, if you may see them: a draft the committee alone.',
  })
  minutes(): never {
    return readWithParent();
  }
}

/** The way back from minutes. */
@Resolver(() => MinutesObject)
export class MinutesMeetingResolver {
  @ResolveField(() => MeetingObject, { description: 'The meeting whose minutes they are.' })
  meeting(): never {
    return readWithParent();
  }
}

@Resolver(() => ConfirmationObject)
export class ConfirmationMinutesResolver {
  @ResolveField(() => MinutesObject, {
    nullable: true,
    description: 'The minutes that it is about; null when you no longer read them.',
  })
  minutes(): never {
    return readWithParent();
  }
}

@Resolver(() => MinutesVersionObject)
export class MinutesVersionResolver {
  @ResolveField(() => WrittenTextObject, { description: 'All that was written, by part.' })
  text(
    @Parent() { text }: Pick<MinutesVersion, 'text'>,
    @Context() context: TenantContext,
  ): Promise<WrittenTextObject> {
    return context.read((tx) => writtenTextOf(tx, text));
  }
}
