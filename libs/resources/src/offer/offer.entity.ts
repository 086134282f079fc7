import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity, TableInheritance } from 'typeorm';
import type { DatedHours } from '../availability/dated-hours.js';
import type { HoursLine } from '../availability/hours.js';

export enum OfferKind {
  VENUE = 'VENUE',
  VEHICLE = 'VEHICLE',
  POWER_SUPPLY = 'POWER_SUPPLY',
  EQUIPMENT = 'EQUIPMENT',
  EXPERTISE = 'EXPERTISE',
}

export enum OfferState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Who says yes to a request. */
export enum Confirmation {
  AUTOMATIC = 'AUTOMATIC',
  OWNER = 'OWNER',
  OWNER_AFTER_COMMITTEE = 'OWNER_AFTER_COMMITTEE',
}

/** What a unit lends, and on which terms. Each kind adds its own facts. */
@Audited<Offer>({
  thing: 'Offer',
  seenBy: ({ unitId, networkIds }) => ({ units: [unitId], networks: networkIds }),
  leaveOut: ['searchText'],
})
@Entity()
@TableInheritance({ column: 'kind' })
export abstract class Offer extends TenantEntity {
  @Column('text')
  kind!: OfferKind;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  state!: OfferState;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** What it is found by, as `offerSearchText` makes it. */
  @Column('text', { select: false })
  searchText!: string;

  /** The networks it is published to; none while a draft or withdrawn. */
  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('jsonb')
  hours!: HoursLine[];

  /** Of single days, in the place of the hours. */
  @Column('jsonb')
  exceptions!: DatedHours[];

  @Column('text')
  confirmation!: Confirmation;

  @Column('integer')
  leadTimeMinutes!: number;

  @Column('integer')
  horizonDays!: number;

  @Column('integer')
  slotMinutes!: number;

  @Column('integer')
  longestMinutes!: number;

  @Column('integer')
  bufferBeforeMinutes!: number;

  @Column('integer')
  bufferAfterMinutes!: number;

  /** Whether a request keeps its span from later ones until it is answered. */
  @Column('boolean')
  requestsHold!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}
