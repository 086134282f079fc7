import { TODAY, UNIT_READS } from '#network';
import { ASKER, readsOf, sql, type Columns, type Sql } from '#reads';
import { ProjectStep } from './project-step.entity.js';

/** Not done, and its day is over. */
export function isLate({ doneAt, dueOn }: Pick<Columns<ProjectStep>, 'doneAt' | 'dueOn'>): Sql {
  return sql`${doneAt} IS NULL AND ${dueOn} < ${TODAY}`;
}

export const PROJECT_STEP_READS = readsOf(ProjectStep, 'ProjectStep', (step) => ({
  unit: step.row(UNIT_READS, { id: 'unitId' }),
  overdue: step.sql(
    (row) => sql`(${isLate(row)} AND EXISTS (SELECT FROM project p
      WHERE p.region_id = ${ASKER.regionId} AND p.id = ${row.projectId} AND p.ended_at IS NULL))`,
  ),
}));
