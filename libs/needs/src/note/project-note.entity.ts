import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** How far a project has come, in the words of one of its units; never changed. */
@Audited<ProjectNote>({
  thing: 'Project',
  partOf: ({ projectId }) => projectId,
  seenBy: ({ networkId }) => ({ networks: [networkId] }),
})
@Entity()
export class ProjectNote extends TenantEntity {
  @Column('uuid')
  projectId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  notedAt!: Date;
}
