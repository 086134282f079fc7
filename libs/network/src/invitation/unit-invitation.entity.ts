import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { UnitKind } from '../unit/unit.entity.js';

/** The one code with which a unit comes to the platform; deleted when it is used, so that it works once. */
@Audited<UnitInvitation>({
  thing: 'Membership',
  partOf: ({ membershipId }) => membershipId,
  seenBy: ({ unitId }) => ({ units: [unitId] }),
  leaveOut: ['secretHash', 'issuedAt', 'unitCode'],
  actOf: () => 'ISSUED',
})
@Entity()
export class UnitInvitation extends TenantEntity {
  /** The committee that invites. */
  @Column('uuid')
  unitId!: string;

  /** The membership that waits for the unit. */
  @Column('uuid')
  membershipId!: string;

  @Column('text')
  unitCode!: string;

  @Column('text')
  unitName!: string;

  @Column('text')
  unitKind!: UnitKind;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
