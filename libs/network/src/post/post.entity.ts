import { TenantEntity } from '#database';
import { Audited, type Role } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** An office held by a person in a unit; every request acts through exactly one. */
@Audited<Post>({
  thing: 'Post',
  seenBy: ({ unitId, personId, networkIds }) => ({
    units: [unitId],
    people: [personId],
    committees: networkIds,
  }),
  actOf: (before, after) => (before && after.revokedAt && !before.revokedAt ? 'REVOKED' : null),
})
@Entity()
export class Post extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  personName!: string;

  @Column('text', { nullable: true })
  dutyPhone!: string | null;

  @Column('text')
  role!: Role;

  /** The unit's networks, repeated because a row policy reads its own row only. */
  @Column('uuid', { array: true })
  networkIds!: string[];

  /** Networks whose figures a steward reads. */
  @Column('uuid', { array: true })
  scopeNetworkIds!: string[];

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  /** The post that this one takes over from; that one ends when this one begins. */
  @Column('uuid', { nullable: true })
  predecessorId!: string | null;

  @Column('integer')
  version!: number;
}
