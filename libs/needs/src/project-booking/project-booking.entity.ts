import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** What a booking is for. Read by those who read the booking: the project is known to all, its bookings are not. */
@Audited<ProjectBooking>({
  thing: 'Project',
  partOf: ({ projectId }) => projectId,
  seenBy: ({ requesterUnitId, ownerUnitId, networkId }) => ({
    units: [requesterUnitId, ownerUnitId],
    committees: [networkId],
  }),
})
@Entity()
export class ProjectBooking extends TenantEntity {
  @Column('uuid')
  projectId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  @Column('timestamptz')
  linkedAt!: Date;
}
