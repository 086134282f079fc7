import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemObject } from '../agenda/agenda.object.js';
import { MeetingCallObject, MeetingObject } from '../meeting/meeting.object.js';
import { MotionObject } from './motion.object.js';

/** What motions add to a call. */
@Resolver(() => MeetingCallObject)
export class CallMotionsResolver {
  @ResolveField(() => [MotionObject], { description: 'What it votes on, as it was drafted.' })
  motions(): never {
    return readWithParent();
  }
}

/** What motions add to an item. */
@Resolver(() => AgendaItemObject)
export class ItemMotionsResolver {
  @ResolveField(() => [MotionObject], { description: 'What is voted on under it, as it was drafted.' })
  motions(): never {
    return readWithParent();
  }
}

/** The way back from a motion. */
@Resolver(() => MotionObject)
export class MotionMeetingResolver {
  @ResolveField(() => NetworkObject, { description: 'The network whose meeting votes on it.' })
  network(): never {
    return readWithParent();
  }

  @ResolveField(() => MeetingObject, { description: 'The meeting that votes on it.' })
  meeting(): never {
    return readWithParent();
  }

  @ResolveField(() => AgendaItemObject, {
    nullable: true,
    description: 'The item of the agenda that it belongs to, if you may see that.',
  })
  agendaItem(): never {
    return readWithParent();
  }
}
