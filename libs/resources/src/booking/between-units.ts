import { TenantEntity } from '#database';
import type { Audience } from '#tenancy';
import { Column } from 'typeorm';

/** What stands between the unit that lends and the one that borrows, through one network. */
export abstract class BetweenUnits extends TenantEntity {
  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  networkId!: string;
}

/** Both sides, and the committee of the network. */
export function sidesAndCommittee({ requesterUnitId, ownerUnitId, networkId }: BetweenUnits): Audience {
  return { units: [requesterUnitId, ownerUnitId], committees: [networkId] };
}
