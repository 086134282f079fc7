import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { BetweenUnits, sidesAndCommittee } from '../booking/between-units.js';

/** What one side of a booking says of the other after use. */
@Audited<Feedback>({
  thing: 'Booking',
  partOf: ({ bookingId }) => bookingId,
  seenBy: sidesAndCommittee,
  leaveOut: ['givenAt'],
})
@Entity()
export class Feedback extends BetweenUnits {
  @Column('uuid')
  bookingId!: string;

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
