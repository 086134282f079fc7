import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** When an offer that is lent whole is taken: all that other units may know of a booking. The id is the booking's. */
@Unaudited('it repeats the span of a booking, which has lines of its own')
@Entity()
export class Occupancy extends TenantEntity {
  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** End plus the gap that is kept to the next booking. */
  @Column('timestamptz')
  keptUntil!: Date;
}
