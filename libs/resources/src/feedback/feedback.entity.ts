import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** What one side of a booking says of the other after use. */
@Audited<Feedback>({
  thing: 'Booking',
  partOf: ({ bookingId }) => bookingId,
  seenBy: ({ requesterUnitId, ownerUnitId, networkId }) => ({
    units: [requesterUnitId, ownerUnitId],
    committees: [networkId],
  }),
  leaveOut: ['givenAt'],
})
@Entity()
export class Feedback extends TenantEntity {
  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Whose word it is: one of the two sides. */
  @Column('uuid')
  unitId!: string;

  /** From 1, the least, to 5. */
  @Column('integer')
  marks!: number;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('timestamptz')
  givenAt!: Date;
}
