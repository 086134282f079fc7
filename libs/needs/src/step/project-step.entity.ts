import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** One thing that a project does, by a day, by one of its units. */
@Audited<ProjectStep>({
  thing: 'Project',
  partOf: ({ projectId }) => projectId,
  seenBy: ({ networkId }) => ({ networks: [networkId] }),
  isActorsOwn: true,
})
@Entity()
export class ProjectStep extends TenantEntity {
  @Column('uuid')
  projectId!: string;

  @Column('uuid')
  networkId!: string;

  /** Which of the units of the project does it. */
  @Column('uuid')
  unitId!: string;

  /** Its place among the steps, from 1. */
  @Column('integer')
  place!: number;

  @Column('text')
  title!: string;

  /** The last local day on which it is in time. */
  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('text', { nullable: true })
  doneNote!: string | null;

  @Column('integer')
  version!: number;
}
