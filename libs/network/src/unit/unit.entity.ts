import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum UnitKind {
  COMMUNITY_COMMITTEE = 'COMMUNITY_COMMITTEE',
  SCHOOL = 'SCHOOL',
  KINDERGARTEN = 'KINDERGARTEN',
  TRANSPORT = 'TRANSPORT',
  MARKET = 'MARKET',
  PROPERTY_MANAGEMENT = 'PROPERTY_MANAGEMENT',
  CLINIC = 'CLINIC',
  FIRE_SERVICE = 'FIRE_SERVICE',
  PUBLIC_SECURITY = 'PUBLIC_SECURITY',
  RESEARCH_INSTITUTE = 'RESEARCH_INSTITUTE',
  ENTERPRISE = 'ENTERPRISE',
  PARTY_SCHOOL = 'PARTY_SCHOOL',
  BANK = 'BANK',
  GOVERNMENT_AGENCY = 'GOVERNMENT_AGENCY',
  OWNERS_COMMITTEE = 'OWNERS_COMMITTEE',
  OTHER = 'OTHER',
}

/** An organisation, the tenant: what it owns is its own. */
@Audited<Unit>({
  thing: 'Unit',
  seenBy: ({ id, networkIds }) => ({ units: [id], committees: networkIds }),
})
@Entity()
export class Unit extends TenantEntity {
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  kind!: UnitKind;

  /** Every network it has ever joined: their members may read its name, also in history. */
  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('integer')
  version!: number;
}
