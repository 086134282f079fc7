import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum HostState {
  ASKED = 'ASKED',
  ACCEPTED = 'ACCEPTED',
  LEADING = 'LEADING',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  LEFT = 'LEFT',
}

/** A unit beside the lead of a project (协办). Who was asked and said no is between it, the lead and the committee. */
@Audited<ProjectHost>({
  thing: 'Project',
  partOf: ({ projectId }) => projectId,
  seenBy: ({ unitId, leadUnitId, networkId, acceptedAt }) => ({
    units: [unitId, leadUnitId],
    committees: [networkId],
    networks: acceptedAt ? [networkId] : [],
  }),
  leaveOut: ['leadUnitId', 'askedAt', 'acceptedAt', 'settledAt'],
})
@Entity()
export class ProjectHost extends TenantEntity {
  @Column('uuid')
  projectId!: string;

  @Column('uuid')
  networkId!: string;

  /** The lead of the project now. */
  @Column('uuid')
  leadUnitId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  state!: HostState;

  @Column('timestamptz')
  askedAt!: Date;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** Why it was declined or left. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer')
  version!: number;
}
