import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Whom to ring about a need: private where the need itself is not. Its id is the need's. */
@Audited<NeedContact>({
  thing: 'Need',
  partOf: ({ id }) => id,
  seenBy: ({ unitId, readerUnitIds, proposed, networkId }) => ({
    units: [unitId, ...readerUnitIds],
    committees: proposed ? [networkId] : [],
  }),
  // Who reads it follows from claims, and whether the committee does from the need: both have lines.
  leaveOut: ['readerUnitIds', 'proposed', 'draftedOnBehalf'],
})
@Entity()
export class NeedContact extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Units whose claim stands accepted. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];

  @Column('boolean')
  proposed!: boolean;

  /** As of the need: a row policy reads its own row only. */
  @Column('boolean')
  draftedOnBehalf!: boolean;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;
}
