import { Network } from '#network';
import { asc, readsOf, sql } from '#reads';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Motion } from '../motion/motion.entity.js';
import type { ActionOrder } from './action-filter.inputs.js';
import {
  ACTION_NOTE_READS,
  ACTION_READS,
  ACTION_REPORT_READS,
  actionFilterOf,
  ACTIONS,
} from './action.reads.js';
import { standsBefore } from './open-actions.js';

interface NetworkActionsWish {
  readonly filter: object;
  readonly orderBy: ActionOrder;
}

/** What actions add to meetings, their agendas and networks. */
export const ACTION_TYPES = [
  ACTION_NOTE_READS,
  ACTION_REPORT_READS,
  ACTION_READS,
  readsOf(MeetingCall, 'MeetingCall', (call) => ({
    actions: call.rows(ACTION_READS, (action, { id }) => ({
      where: [sql`${action.meetingId} = ${id}`],
      orderBy: [asc(action.createdAt), asc(action.id)],
    })),
    // What is overdue is due before what is not.
    openActions: call.rows(ACTION_READS, (action, { id, networkId }) => ({
      where: [standsBefore(action, { id, networkId })],
      orderBy: [asc(action.dueOn), asc(action.id)],
    })),
    actionReports: call.rows(ACTION_REPORT_READS, (report, { id }) => ({
      where: [sql`${report.meetingId} = ${id}`],
      orderBy: [asc(report.reportedAt), asc(report.id)],
    })),
  })),
  readsOf(AgendaItem, 'AgendaItem', (item) => ({
    actions: item.rows(ACTION_READS, (action, { id }) => ({
      where: [sql`${action.agendaItemId} = ${id}`],
      orderBy: [asc(action.createdAt), asc(action.id)],
    })),
  })),
  readsOf(Motion, 'Motion', (motion) => ({
    actions: motion.rows(ACTION_READS, (action, { id }) => ({
      where: [sql`${action.motionId} = ${id}`],
      orderBy: [asc(action.createdAt), asc(action.id)],
    })),
  })),
  readsOf(Network, 'Network', (network) => ({
    actions: network.page(ACTIONS, ({ id }, { filter, orderBy }: NetworkActionsWish) => ({
      filter: actionFilterOf(filter, id),
      orderBy,
    })),
  })),
];
