import { TenantEntity } from '#database';
import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum ProjectState {
  PROPOSED = 'PROPOSED',
  RETURNED = 'RETURNED',
  PLANNED = 'PLANNED',
  IN_PROGRESS = 'IN_PROGRESS',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
  STOPPED = 'STOPPED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Needs or an idea taken on, by a lead and its co-hosts, to a result. */
@Audited<Project>({
  thing: 'Project',
  seenBy: projectAudience,
  // Those who had its needs and its co-hosts move it too; the line names who did.
  isActorsOwn: true,
  leaveOut: ['postedAt', 'proposedAt', 'takenAt', 'begunAt', 'answeredAt', 'endedAt'],
})
@Entity()
export class Project extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Who started it. */
  @Column('uuid')
  unitId!: string;

  /** Who answers for it; there always is one. */
  @Column('uuid')
  leadUnitId!: string;

  @Column('uuid')
  categoryId!: string;

  @Column('text')
  state!: ProjectState;

  @Column('text')
  title!: string;

  @Column('text')
  what!: string;

  /** Local day, as `2026-12-01`. */
  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('timestamptz')
  postedAt!: Date;

  /** Since when the committee reads it; null after it was returned. */
  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  begunAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Why it was returned or stopped, or opened again by those who had the need. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  result!: string | null;

  /** Persons served. */
  @Column('integer', { nullable: true })
  resultHeads!: number | null;

  /** Hours of work given, of all persons together. */
  @Column('numeric', { nullable: true })
  resultHours!: string | null;

  @Column('integer')
  reopenings!: number;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

/** Its starter and its lead; from the proposal on the committee, and once it is taken the network. */
export function projectAudience({
  unitId,
  leadUnitId,
  networkId,
  proposedAt,
  takenAt,
}: Pick<Project, 'unitId' | 'leadUnitId' | 'networkId' | 'proposedAt' | 'takenAt'>): Audience {
  return {
    units: [unitId, leadUnitId],
    committees: proposedAt ? [networkId] : [],
    networks: takenAt ? [networkId] : [],
  };
}
