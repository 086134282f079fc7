import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemObject } from '../agenda/agenda.object.js';
import { MeetingCallObject } from '../meeting/meeting.object.js';
import { MotionObject } from '../motion/motion.object.js';
import { ActionOrder, NetworkActionFilter } from './action-filter.inputs.js';
import { ActionReportObject } from './action-report.object.js';
import { ActionConnection, ActionObject } from './action.object.js';

/** What actions add to a call. */
@Resolver(() => MeetingCallObject)
export class CallActionsResolver {
  @ResolveField(() => [ActionObject], { description: 'What this meeting has decided, the earliest first.' })
  actions(): never {
    return readWithParent();
  }

  @ResolveField(() => [ActionObject], {
    description:
      'What stands first on its agenda by itself: actions of earlier meetings that are open, or were when it began; what is overdue on top, then by their last day. Of a joint meeting those of joint ones; of a working one those of working ones to which all units invited here were invited.',
  })
  openActions(): never {
    return readWithParent();
  }

  @ResolveField(() => [ActionReportObject], {
    description: 'What it heard had become of these, the earliest first.',
  })
  actionReports(): never {
    return readWithParent();
  }
}

/** What actions add to an item of an agenda. */
@Resolver(() => AgendaItemObject)
export class ItemActionsResolver {
  @ResolveField(() => [ActionObject], { description: 'What was decided on it, the earliest first.' })
  actions(): never {
    return readWithParent();
  }
}

/** What actions add to a motion. */
@Resolver(() => MotionObject)
export class MotionActionsResolver {
  @ResolveField(() => [ActionObject], { description: 'What was decided by it, the earliest first.' })
  actions(): never {
    return readWithParent();
  }
}

/** What actions add to a network. */
@Resolver(() => NetworkObject)
export class NetworkActionsResolver {
  @ResolveField(() => ActionConnection, {
    description: 'Actions that its meetings have decided, as far as you may see them.',
  })
  actions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkActionFilter,
    @Args('orderBy', {
      type: () => ActionOrder,
      defaultValue: ActionOrder.DUE_ON_ASC,
      description: 'In which order.',
    })
    _orderBy: ActionOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
