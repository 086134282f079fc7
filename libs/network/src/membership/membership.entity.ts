import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum MembershipRole {
  CONVENER = 'CONVENER',
  PARTNER = 'PARTNER',
  GUEST = 'GUEST',
}

export enum MembershipState {
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  LEFT = 'LEFT',
}

/** A unit in a network. An invitation is addressed to a code, so that inviting tells nothing about who exists. */
@Audited<Membership>({
  thing: 'Membership',
  seenBy: ({ unitCode, unitId, networkId }) => ({ units: [unitId], unitCode, committees: [networkId] }),
  leaveOut: ['invitedAt', 'activeSince', 'leftAt'],
})
@Entity()
export class Membership extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  @Column('text')
  unitCode!: string;

  /** None until the unit of that code accepts. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  role!: MembershipRole;

  @Column('text')
  state!: MembershipState;

  @Column('timestamptz')
  invitedAt!: Date;

  @Column('timestamptz', { nullable: true })
  activeSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  @Column('integer')
  version!: number;
}
