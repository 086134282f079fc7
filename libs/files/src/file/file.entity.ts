import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { MediaType } from '../content/media-type.js';

/** What a unit has attached to a thing; the row says who sees it, the store holds the bytes. */
@Audited<File>({
  thing: ({ carrierType }) => carrierType,
  partOf: ({ carrierId }) => carrierId,
  seenBy: ({ unitId, unitIds, networkIds, committeeNetworkIds }) => ({
    units: [unitId, ...unitIds],
    networks: networkIds,
    committees: committeeNetworkIds,
  }),
  // Who sees it follows from what it hangs on, which has lines of its own.
  leaveOut: ['carrierType', 'unitIds', 'networkIds', 'committeeNetworkIds', 'sha256', 'attachedAt'],
})
@Entity()
export class File extends TenantEntity {
  /** Who attached it: it alone may remove it. */
  @Column('uuid')
  unitId!: string;

  /** The type, in ids of the API, of what it hangs on. */
  @Column('text')
  carrierType!: string;

  @Column('uuid')
  carrierId!: string;

  @Column('uuid', { array: true })
  unitIds!: string[];

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('uuid', { array: true })
  committeeNetworkIds!: string[];

  @Column('text')
  name!: string;

  @Column('text')
  mediaType!: MediaType;

  @Column('integer')
  bytes!: number;

  @Column('bytea')
  sha256!: Buffer;

  @Column('timestamptz')
  attachedAt!: Date;
}
