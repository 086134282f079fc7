import { FILE_READS, filesOf } from '#files';
import { Project, PROJECT_READS } from '#needs';
import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Reads, type Sql } from '#reads';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { NominationFact } from './nomination-fact.entity.js';
import { Nomination } from './nomination.entity.js';
import { NominationOrder, type NominationFilter } from './nomination.inputs.js';

const NOMINATION_FACT_READS = readsOf(NominationFact, 'NominationFact', (fact) => ({
  amount: fact.sql(({ sixtieths }) => sql`trim_scale(round(${sixtieths} / 60, 2))::text`),
}));

export const NOMINATION_READS: Reads<Nomination> = readsOf(Nomination, 'Nomination', (nomination) => ({
  round: nomination.row(EVALUATION_ROUND_READS, { id: 'roundId' }),
  unit: nomination.row(UNIT_READS, { id: 'unitId' }),
  project: nomination.row(PROJECT_READS, { id: 'projectId' }),
  subjectUnit: nomination.row(UNIT_READS, { id: 'subjectUnitId' }),
  responsibleUnit: nomination.row(UNIT_READS, { id: 'responsibleUnitId' }),
  coHosts: nomination.rows(UNIT_READS, (unit, { coHostUnitIds }) => ({
    where: [sql`${unit.id} = ANY (${coHostUnitIds})`],
    orderBy: [asc(unit.code), asc(unit.id)],
  })),
  finalistOf: nomination.row(NOMINATION_READS, { id: 'finalistOfId' }),
  facts: nomination.rows(NOMINATION_FACT_READS, (fact, { id }) => ({
    where: [sql`${fact.nominationId} = ${id}`],
    orderBy: [asc(fact.position), asc(fact.id)],
  })),
  files: nomination.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: nomination.page(AUDIT_LINES, linesOf('Nomination')),
  chatText: nomination.resolverOfEntity(),
}));

const ORDERS: Record<NominationOrder, (nomination: Columns<Nomination>) => Order[]> = {
  DRAFTED_AT_DESC: ({ draftedAt, id }) => [desc(draftedAt), desc(id)],
  DRAFTED_AT_ASC: ({ draftedAt, id }) => [asc(draftedAt), asc(id)],
};

export interface NominationWish {
  /** A round and a project may be given by a row. */
  readonly filter: Omit<NominationFilter, 'roundId' | 'projectId'> & {
    readonly roundId?: Sql | string | null;
    readonly projectId?: Sql | string | null;
  };
  readonly orderBy: NominationOrder;
}

/** One's own in every state; for a committee what is submitted to it; what takes part, once scoring has begun. */
export const NOMINATIONS = listOf(NOMINATION_READS, {
  name: 'nominations',
  where: (nomination, { filter }: NominationWish) => [
    filter.networkId && sql`${nomination.networkId} = ${filter.networkId}`,
    filter.roundId && sql`${nomination.roundId} = ${filter.roundId}`,
    filter.unitId && sql`${nomination.unitId} = ${filter.unitId}`,
    filter.projectId && sql`${nomination.projectId} = ${filter.projectId}`,
    filter.subjectUnitId && sql`${nomination.subjectUnitId} = ${filter.subjectUnitId}`,
    filter.states && sql`${nomination.state} = ANY (${filter.states})`,
  ],
  orderBy: (nomination, { orderBy }: NominationWish) => ORDERS[orderBy](nomination),
});

/** Nominations, and what they add to rounds and projects. */
export const NOMINATION_TYPES = [
  NOMINATION_READS,
  NOMINATION_FACT_READS,
  readsOf(EvaluationRound, 'EvaluationRound', (round) => ({
    nominations: round.page(NOMINATIONS, ({ id }) => ({
      filter: { roundId: id },
      orderBy: NominationOrder.DRAFTED_AT_ASC,
    })),
  })),
  readsOf(Project, 'Project', (project) => ({
    nominations: project.page(NOMINATIONS, ({ id }) => ({
      filter: { projectId: id },
      orderBy: NominationOrder.DRAFTED_AT_DESC,
    })),
  })),
];
