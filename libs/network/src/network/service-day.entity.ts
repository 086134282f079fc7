import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** A day of each month on which the network serves residents. */
@Unaudited('service days are changed by the import of a roster alone, which prints what it changes')
@Entity('network_service_day')
export class ServiceDay extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Day of the month, 1 to 31. */
  @Column('integer')
  day!: number;

  @Column('text')
  name!: string;
}
