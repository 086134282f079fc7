import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/**
 * Which meeting a booking serves. Its owner reads it, as it reads the booking; whether the meeting can be seen is for
 * the meeting to say. The line of it is the committee's: to others a draft is silent.
 */
@Audited<MeetingBooking>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  seenBy: ({ networkId }) => ({ committees: [networkId] }),
})
@Entity()
export class MeetingBooking extends TenantEntity {
  @Column('uuid')
  meetingId!: string;

  @Column('uuid')
  meetingOfferId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  /** Among those made for the same wanted offer, from 1. */
  @Column('integer')
  place!: number;
}
