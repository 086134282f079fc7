import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { writeReminder } from './meeting-chat.js';
import type { MeetingCall } from './meeting-call.entity.js';
import { MeetingCallObject } from './meeting.object.js';

/** What of a call no statement can tell. */
@Resolver(() => MeetingCallObject)
export class MeetingCallResolver {
  @ResolveField(() => String, {
    nullable: true,
    description:
      'A reminder in plain Chinese for a group chat, times in the zone of the network; null unless the meeting is called and has not begun. To a unit it says too that its proxy was let go.',
  })
  reminderText(@Parent() call: MeetingCall, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeReminder(tx, call));
  }
}
