import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Whom to ring at one side of a booking; the other side reads it from confirmation on. */
@Audited<BookingContact>({
  thing: 'Booking',
  partOf: ({ bookingId }) => bookingId,
  seenBy: ({ unitId, shared, otherUnitId, networkId }) => ({
    units: [unitId, shared ? otherUnitId : null],
    committees: [networkId],
  }),
  // Sharing follows from the confirmation, which has a line.
  leaveOut: ['shared'],
})
@Entity()
export class BookingContact extends TenantEntity {
  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  otherUnitId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('boolean')
  shared!: boolean;
}
