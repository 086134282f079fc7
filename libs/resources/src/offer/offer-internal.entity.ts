import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Contact and notes of an offer, a row of their own so that the database hides them. The id is the offer's. */
@Audited<OfferInternal>({
  thing: 'Offer',
  partOf: ({ id }) => id,
  seenBy: ({ unitId, networkIds }) => ({ units: [unitId], committees: networkIds }),
})
@Entity()
export class OfferInternal extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('text', { nullable: true })
  contactName!: string | null;

  @Column('text', { nullable: true })
  contactPhone!: string | null;

  @Column('text', { nullable: true })
  notes!: string | null;
}
