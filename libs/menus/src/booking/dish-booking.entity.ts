import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { BookingStanding } from './booking-standing.js';
import { DishPart, partAudience } from '../dish/dish-readers.js';

/** What is booked for a dish. Once that is published, all read that its venue is taken by it; the booking itself they do not. */
@Audited<DishBooking>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: (link) => {
    const audience = partAudience(link);
    return { ...audience, units: [...audience.units, link.requesterUnitId, link.ownerUnitId] };
  },
  leaveOut: ['dishUnitId', 'readerUnitIds', 'isProposed', 'isPublished', 'dateId', 'standing'],
})
@Entity()
export class DishBooking extends DishPart {
  /** The date that it serves, and moves with. */
  @Column('uuid', { nullable: true })
  dateId!: string | null;

  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  offerId!: string;

  /** As it was when it was booked. */
  @Column('text')
  offerTitle!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  /** Repeats how the booking stands, for those who do not read that. */
  @Column('text')
  standing!: BookingStanding;

  @Column('timestamptz')
  linkedAt!: Date;
}
