import { NeedObject } from '#needs';
import { readWithParent } from '#reads';
import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingCallObject, MeetingObject } from '../meeting/meeting.object.js';
import { AgendaItemObject } from './agenda.object.js';

/** What agendas add to a call. */
@Resolver(() => MeetingCallObject)
export class CallAgendaResolver {
  @ResolveField(() => [AgendaItemObject], {
    description:
      'The items that you may see: those on the agenda in their order, then the others, the earliest first.',
  })
  agenda(): never {
    return readWithParent();
  }

  @ResolveField(() => Int, { description: 'Minutes that the items on the agenda take together.' })
  agendaMinutes(): never {
    return readWithParent();
  }

  @ResolveField(() => Int, {
    description: 'A warning: by how many minutes the agenda is longer than the meeting; 0 when it fits.',
  })
  agendaOverrunMinutes(): never {
    return readWithParent();
  }
}

/** The way back from an item. */
@Resolver(() => AgendaItemObject)
export class ItemMeetingResolver {
  @ResolveField(() => MeetingObject, {
    nullable: true,
    description: 'The meeting that talks about it; null for a unit that is no longer invited to it.',
  })
  meeting(): never {
    return readWithParent();
  }
}

/** What agendas add to a need. */
@Resolver(() => NeedObject)
export class NeedAgendaResolver {
  @ResolveField(() => [AgendaItemObject], {
    description: 'Where it stands on agendas of meetings, as far as you may see them.',
  })
  agendaItems(): never {
    return readWithParent();
  }
}
