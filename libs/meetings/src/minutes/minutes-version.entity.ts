import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { MinutesText } from './minutes-text.js';

/** What the minutes said after one edit, so that nothing is lost and everybody sees who wrote what; never changed. */
@Audited<MinutesVersion>({
  thing: 'Minutes',
  partOf: ({ minutesId }) => minutesId,
  seenBy: ({ networkId }) => ({ committees: [networkId] }),
  leaveOut: ['text', 'editedAt', 'editedBy'],
})
@Entity()
export class MinutesVersion extends TenantEntity {
  @Column('uuid')
  minutesId!: string;

  @Column('uuid')
  networkId!: string;

  /** The version of the minutes that the edit made. */
  @Column('integer')
  number!: number;

  @Column('jsonb')
  text!: MinutesText;

  @Column('timestamptz')
  editedAt!: Date;

  /** The name of the person, as it was then. */
  @Column('text')
  editedBy!: string;
}
