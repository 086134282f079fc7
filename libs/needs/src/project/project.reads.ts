import type { Span } from '#calendar';
import { FILE_READS, filesOf } from '#files';
import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, UNIT_READS } from '#network';
import {
  asc,
  ASKER,
  desc,
  listOf,
  raw,
  readsOf,
  sql,
  type Columns,
  type Order,
  type Reads,
  type Sql,
} from '#reads';
import { stoodIn } from '#resources';
import { NEED_CATEGORY_READS } from '../category/need-category.reads.js';
import { PROJECT_HOST_READS } from '../host/project-host.reads.js';
import { Need } from '../need/need.entity.js';
import { NEED_READS } from '../need/need.reads.js';
import { PROJECT_NOTE_READS, PROJECT_NOTES } from '../note/project-note.reads.js';
import { PROJECT_BOOKINGS } from '../project-booking/project-booking.reads.js';
import { isLate, PROJECT_STEP_READS } from '../step/project-step.reads.js';
import { NetworkProjectFilter, ProjectOrder, type ProjectFilter } from './project-filter.inputs.js';
import { Project } from './project.entity.js';

export const PROJECT_READS: Reads<Project> = readsOf(Project, 'Project', (project) => ({
  network: project.row(NETWORK_READS, { id: 'networkId' }),
  startedBy: project.row(UNIT_READS, { id: 'unitId' }),
  lead: project.row(UNIT_READS, { id: 'leadUnitId' }),
  category: project.row(NEED_CATEGORY_READS, { id: 'categoryId' }),
  hosts: project.rows(PROJECT_HOST_READS, (host, { id }) => ({
    where: [sql`${host.projectId} = ${id}`],
    orderBy: [asc(host.askedAt), asc(host.id)],
  })),
  steps: project.rows(PROJECT_STEP_READS, (step, { id }) => ({
    where: [sql`${step.projectId} = ${id}`],
    orderBy: [asc(step.place), asc(step.id)],
  })),
  needs: project.rows(NEED_READS, (need, { id }) => ({
    where: [sql`${need.projectId} = ${id}`],
    orderBy: [asc(need.postedAt), asc(need.id)],
  })),
  notes: project.page(PROJECT_NOTES, ({ id }) => ({ projectId: id })),
  bookings: project.page(PROJECT_BOOKINGS, ({ id }) => ({ projectId: id })),
  files: project.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: project.page(AUDIT_LINES, linesOf('Project')),
  chatText: project.resolverOfEntity(),
}));

const ORDERS: Record<ProjectOrder, (project: Columns<Project>) => Order[]> = {
  POSTED_AT_DESC: ({ postedAt, id }) => [desc(postedAt), desc(id)],
  POSTED_AT_ASC: ({ postedAt, id }) => [asc(postedAt), asc(id)],
};

const LATE = isLate({ doneAt: raw('s.done_at'), dueOn: raw('s.due_on') });

/** Whether it still stands and a step of it is late. */
const isOverdue = ({ id, endedAt }: Columns<Project>): Sql =>
  sql`(${endedAt} IS NULL AND EXISTS (SELECT FROM project_step s
    WHERE s.region_id = ${ASKER.regionId} AND s.project_id = ${id} AND ${LATE}))`;

/** Whether that unit leads it or takes part. */
const isBy = ({ id, leadUnitId }: Columns<Project>, unitId: string): Sql =>
  sql`(${leadUnitId} = ${unitId} OR ${id} IN (SELECT h.project_id FROM project_host h
    WHERE h.region_id = ${ASKER.regionId} AND h.unit_id = ${unitId} AND h.state = 'ACCEPTED'))`;

export interface ProjectWish {
  /** A network may be given by its row. */
  readonly filter: Omit<ProjectFilter, 'networkId'> & {
    readonly networkId?: Sql | string | null;
    /** Taken by the committee, and not ended before. */
    readonly stood?: Span;
  };
  readonly orderBy: ProjectOrder;
}

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): ProjectWish['filter'] {
  const { unitId, leadUnitId, categoryIds, states, overdue, from, to } = judgeInput(
    NetworkProjectFilter,
    given,
    'filter',
  );
  return { unitId, leadUnitId, categoryIds, states, overdue, from, to, networkId };
}

interface NetworkProjectsWish {
  readonly filter: object;
  readonly orderBy: ProjectOrder;
}

/** Those that one's networks have taken, and in every state what one's unit started or leads; for a committee also those proposed to it. */
export const PROJECTS = listOf(PROJECT_READS, {
  name: 'projects',
  where: (project, { filter }: ProjectWish) => [
    filter.networkId && sql`${project.networkId} = ${filter.networkId}`,
    filter.unitId && isBy(project, filter.unitId),
    filter.leadUnitId && sql`${project.leadUnitId} = ${filter.leadUnitId}`,
    filter.categoryIds && sql`${project.categoryId} = ANY (${filter.categoryIds})`,
    filter.states && sql`${project.state} = ANY (${filter.states})`,
    typeof filter.overdue === 'boolean' && sql`${isOverdue(project)} = ${filter.overdue}`,
    filter.from && sql`${project.endedAt} IS NULL OR ${project.endedAt} >= ${filter.from}`,
    filter.to && sql`${project.postedAt} < ${filter.to}`,
    filter.stood && stoodIn(filter.stood, project.takenAt, project.endedAt),
  ],
  orderBy: (project, { orderBy }: ProjectWish) => ORDERS[orderBy](project),
});

export const PROJECT_TYPES = [
  PROJECT_HOST_READS,
  PROJECT_NOTE_READS,
  PROJECT_STEP_READS,
  PROJECT_READS,
  readsOf(Need, 'Need', (need) => ({
    project: need.row(PROJECT_READS, { id: 'projectId' }),
  })),
  readsOf(Network, 'Network', (network) => ({
    projects: network.page(PROJECTS, ({ id }, { filter, orderBy }: NetworkProjectsWish) => ({
      filter: filterOf(filter, id),
      orderBy,
    })),
  })),
];
