import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** How a unit is registered, in a row of its own so that the database hides it from other units. The id is the unit's. */
@Audited<UnitRegistration>({
  thing: 'Unit',
  partOf: ({ id }) => id,
  seenBy: ({ id, networkIds }) => ({ units: [id], committees: networkIds }),
  leaveOut: ['networkIds'],
})
@Entity()
export class UnitRegistration extends TenantEntity {
  /** As of the unit: every network it has ever joined. */
  @Column('uuid', { array: true })
  networkIds!: string[];

  /** 统一社会信用代码, GB 32100-2015. */
  @Column('text')
  creditCode!: string;
}
