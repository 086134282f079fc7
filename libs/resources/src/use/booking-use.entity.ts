import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { BetweenUnits, sidesAndCommittee } from '../booking/between-units.js';

/** What really happened of a booking, noted by either side or assumed. The id is the booking's. */
@Audited<BookingUse>({
  thing: 'Booking',
  partOf: ({ id }) => id,
  seenBy: sidesAndCommittee,
  leaveOut: ['completedAt', 'handedOverBy'],
})
@Entity()
export class BookingUse extends BetweenUnits {
  @Column('timestamptz')
  handedOverAt!: Date;

  /** Which side noted that, the owner if both did; null if the return alone was noted or assumed. */
  @Column('uuid', { nullable: true })
  handedOverBy!: string | null;

  /** Null while it is in use. */
  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  /** Persons who came. */
  @Column('integer', { nullable: true })
  heads!: number | null;

  /** Kilowatts or pieces that were in use, exact; null for what is lent whole. */
  @Column('numeric', { nullable: true })
  amount!: string | null;

  /** Read from a meter, exact; null when nobody did. */
  @Column('numeric', { nullable: true })
  kwh!: string | null;

  /** Nobody noted the return: it counts as used as booked. */
  @Column('boolean')
  assumed!: boolean;

  /** When the return was first noted or assumed. */
  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;
}
