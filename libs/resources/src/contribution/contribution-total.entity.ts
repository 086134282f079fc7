import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { ContributionMeasure } from './contribution.entity.js';

/** What a unit has lent through a network in a month; kept with each entry, and all that a steward sees. */
@Unaudited('it is the sum of entries that are never changed')
@Entity()
export class ContributionTotal extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Its first day, by the zone of the region. */
  @Column('date')
  month!: string;

  @Column('text')
  measure!: ContributionMeasure;

  /** The sum times sixty, exact. */
  @Column('numeric')
  sixtieths!: string;
}
