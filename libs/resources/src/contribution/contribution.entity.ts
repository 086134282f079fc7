import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum ContributionMeasure {
  HOURS = 'HOURS',
  HEAD_HOURS = 'HEAD_HOURS',
  KWH = 'KWH',
  PIECE_HOURS = 'PIECE_HOURS',
}

/** An entry of the account of what a unit has lent; the database lets nobody change or remove one. */
@Unaudited('it is a record itself: the act that made it has lines of the booking')
@Entity()
export class Contribution extends TenantEntity {
  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  offerId!: string;

  /** Whose account it is: the owner of what was lent. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('text')
  measure!: ContributionMeasure;

  /** The amount times sixty, exact, e.g. minutes; below zero in a counter-entry. */
  @Column('numeric')
  sixtieths!: string;

  @Column('boolean')
  assumed!: boolean;

  /** When the use began: it belongs to that month. */
  @Column('timestamptz')
  usedAt!: Date;

  @Column('timestamptz')
  madeAt!: Date;

  /** The entry that this one takes back. */
  @Column('uuid', { nullable: true })
  countersId!: string | null;
}
