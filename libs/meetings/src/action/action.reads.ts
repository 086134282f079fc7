import { FILE_READS, filesOf } from '#files';
import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, NETWORK_READS, TODAY, UNIT_READS } from '#network';
import {
  asc,
  ASKER,
  desc,
  listOf,
  readsOf,
  sql,
  type Columns,
  type Order,
  type Reads,
  type Sql,
} from '#reads';
import { AGENDA_ITEM_READS } from '../agenda/agenda.reads.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { MOTION_READS } from '../motion/motion.reads.js';
import { ActionOrder, NetworkActionFilter, type ActionFilter } from './action-filter.inputs.js';
import { ActionNote } from './action-note.entity.js';
import { ActionReport } from './action-report.entity.js';
import { Action } from './action.entity.js';

const isOverdue = ({ state, dueOn }: Columns<Action>): Sql =>
  sql`(${state} = 'OPEN' AND ${dueOn} < ${TODAY})`;

const isUnitGone = ({ networkId, unitId }: Columns<Action>): Sql =>
  sql`NOT EXISTS (SELECT FROM membership part WHERE part.region_id = ${ASKER.regionId}
    AND part.network_id = ${networkId} AND part.unit_id = ${unitId} AND part.state = 'ACTIVE')`;

export const ACTION_NOTE_READS = readsOf(ActionNote, 'ActionNote', (note) => ({
  unit: note.row(UNIT_READS, { id: 'unitId' }),
  fromUnit: note.row(UNIT_READS, { id: 'fromUnitId' }),
}));

/** What was said of one action, the last first. */
export const ACTION_NOTES = listOf(ACTION_NOTE_READS, {
  name: 'actionNotes',
  where: (note, { actionId }: { readonly actionId: Sql }) => [sql`${note.actionId} = ${actionId}`],
  orderBy: ({ place, id }) => [desc(place), desc(id)],
});

export const ACTION_REPORT_READS: Reads<ActionReport> = readsOf(ActionReport, 'ActionReport', (report) => ({
  action: report.row(ACTION_READS, { id: 'actionId' }),
  meeting: report.row(MEETING_READS, { id: 'meetingId' }),
}));

export const ACTION_READS: Reads<Action> = readsOf(Action, 'Action', (action) => ({
  network: action.row(NETWORK_READS, { id: 'networkId' }),
  meeting: action.row(MEETING_READS, { id: 'meetingId' }),
  agendaItem: action.row(AGENDA_ITEM_READS, { id: 'agendaItemId' }),
  motion: action.row(MOTION_READS, { id: 'motionId' }),
  unit: action.row(UNIT_READS, { id: 'unitId' }),
  isUnitGone: action.sql(isUnitGone),
  overdue: action.sql(isOverdue),
  files: action.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  notes: action.page(ACTION_NOTES, ({ id }) => ({ actionId: id })),
  reports: action.rows(ACTION_REPORT_READS, (report, { id }) => ({
    where: [sql`${report.actionId} = ${id}`],
    orderBy: [asc(report.reportedAt), asc(report.id)],
  })),
  auditLines: action.page(AUDIT_LINES, linesOf('Action')),
  chatText: action.resolverOfEntity(),
}));

const ORDERS: Record<ActionOrder, (action: Columns<Action>) => Order[]> = {
  DUE_ON_ASC: ({ dueOn, id }) => [asc(dueOn), asc(id)],
  DUE_ON_DESC: ({ dueOn, id }) => [desc(dueOn), desc(id)],
};

export interface ActionWish {
  /** A network may be given by its row. */
  readonly filter: Omit<ActionFilter, 'networkId'> & { readonly networkId?: Sql | string | null };
  readonly orderBy: ActionOrder;
}

/** Beneath a network; Nest has not judged what is read with its parent. */
export function actionFilterOf(given: object, networkId: Sql): ActionWish['filter'] {
  const { unitId, states, overdue, isUnitGone: isGone } = judgeInput(NetworkActionFilter, given, 'filter');
  return { unitId, states, overdue, isUnitGone: isGone, networkId };
}

/** Those of the meetings that one reads, and what one's unit does. */
export const ACTIONS = listOf(ACTION_READS, {
  name: 'actions',
  where: (action, { filter }: ActionWish) => [
    filter.networkId && sql`${action.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${action.unitId} = ${filter.unitId}`,
    filter.states && sql`${action.state} = ANY (${filter.states})`,
    typeof filter.overdue === 'boolean' && sql`${isOverdue(action)} = ${filter.overdue}`,
    typeof filter.isUnitGone === 'boolean' && sql`${isUnitGone(action)} = ${filter.isUnitGone}`,
  ],
  orderBy: (action, { orderBy }: ActionWish) => ORDERS[orderBy](action),
});
