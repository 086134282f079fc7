import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** A span in which the owner does not lend, whatever the hours say: seen where the offer is seen, reason and all. */
@Audited<OfferClosure>({
  thing: 'Offer',
  partOf: ({ offerId }) => offerId,
  seenBy: ({ unitId, networkIds }) => ({ units: [unitId], networks: networkIds }),
  leaveOut: ['closedAt'],
})
@Entity()
export class OfferClosure extends TenantEntity {
  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  closedAt!: Date;

  @Column('integer')
  version!: number;
}
