import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** An offer in one network. It stays when withdrawn, because bookings were made through it. */
@Audited<OfferPublication>({
  thing: 'Offer',
  partOf: ({ offerId }) => offerId,
  seenBy: ({ unitId, networkId, withdrawnAt }) => ({
    units: [unitId],
    networks: withdrawnAt ? [] : [networkId],
  }),
  actOf: (_before, { withdrawnAt }) => (withdrawnAt ? 'WITHDRAWN' : 'PUBLISHED'),
})
@Entity()
export class OfferPublication extends TenantEntity {
  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
