import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** What a meeting wants to have of what units lend. The committee's own: others know the bookings that come of it. */
@Audited<MeetingOffer>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  seenBy: ({ networkId }) => ({ committees: [networkId] }),
})
@Entity()
export class MeetingOffer extends TenantEntity {
  @Column('uuid')
  meetingId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  /** As it was when planned. */
  @Column('text')
  offerTitle!: string;

  /** How much of a pool, exact; null for what is lent whole. */
  @Column('numeric', { nullable: true })
  amount!: string | null;

  /** Moves along with the meeting. */
  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  purpose!: string;

  @Column('timestamptz')
  plannedAt!: Date;

  /** Since when it is wanted no more. */
  @Column('timestamptz', { nullable: true })
  droppedAt!: Date | null;

  @Column('integer')
  version!: number;
}
