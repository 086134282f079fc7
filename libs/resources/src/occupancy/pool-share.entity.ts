import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** A part of a pool that a booking has for a while; others may know the sum, and not who has it. */
@Unaudited('it repeats the span and amount of a booking, which has lines of its own')
@Entity()
export class PoolShare extends TenantEntity {
  @Column('uuid')
  bookingId!: string;

  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('timestamptz')
  startsAt!: Date;

  /** End plus the gap that is kept to the next booking. */
  @Column('timestamptz')
  keptUntil!: Date;

  /** Counted from the bottom of the pool, exact. */
  @Column('numeric')
  low!: string;

  @Column('numeric')
  high!: string;

  /** The capacity under which it was taken; null once the owner has changed it. */
  @Column('numeric', { nullable: true })
  capacityKw!: string | null;

  @Column('integer', { nullable: true })
  capacityPieces!: number | null;
}
