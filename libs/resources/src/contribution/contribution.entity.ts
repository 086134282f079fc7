import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum ContributionMeasure {
  HOURS = 'HOURS',
  HEAD_HOURS = 'HEAD_HOURS',
  KWH = 'KWH',
  PIECE_HOURS = 'PIECE_HOURS',
  POINTS = 'POINTS',
}

/** An entry of the account of what a unit has lent, and of points it was given; the database lets nobody change or remove one. */
@Unaudited('it is a record itself: the act that made it has lines of the booking or the recognition')
@Entity()
export class Contribution extends TenantEntity {
  /** Null of points, as the offer and the requester are. */
  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  @Column('uuid', { nullable: true })
  offerId!: string | null;

  /** What points were given for; null of what was lent. */
  @Column('uuid', { nullable: true })
  recognitionId!: string | null;

  /** Whose account it is: the owner of what was lent, or who was given points. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid', { nullable: true })
  requesterUnitId!: string | null;

  @Column('uuid')
  networkId!: string;

  @Column('text')
  measure!: ContributionMeasure;

  /** The amount times sixty, exact, e.g. minutes; below zero in a counter-entry. */
  @Column('numeric')
  sixtieths!: string;

  @Column('boolean')
  assumed!: boolean;

  /** When the use began, or the points were given: it belongs to that month. */
  @Column('timestamptz')
  usedAt!: Date;

  @Column('timestamptz')
  madeAt!: Date;

  /** The entry that this one takes back. */
  @Column('uuid', { nullable: true })
  countersId!: string | null;
}
