import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** To how many joint meetings of a month a unit was called, and to how many it came: all that a steward sees of it. */
@Unaudited('it is counted from attendance, which has lines')
@Entity()
export class AttendanceMonth extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Its first day, by the zone of the region. */
  @Column('date')
  month!: string;

  @Column('integer')
  called!: number;

  @Column('integer')
  attended!: number;
}
