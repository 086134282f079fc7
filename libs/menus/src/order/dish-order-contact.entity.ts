import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Whom to ring about an order: units that read it while it stands open do not read this. Its id is the order's. */
@Audited<DishOrderContact>({
  thing: 'DishOrder',
  partOf: ({ id }) => id,
  seenBy: ({ unitId, readerUnitIds, networkId }) => ({
    units: [unitId, ...readerUnitIds],
    committees: [networkId],
  }),
  // Who reads it follows from the order, which has a line.
  leaveOut: ['readerUnitIds'],
})
@Entity()
export class DishOrderContact extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** The unit that has accepted the order. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;
}
