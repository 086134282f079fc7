import { ChildEntity, Column } from 'typeorm';
import { Offer, OfferKind } from './offer.entity.js';

@ChildEntity(OfferKind.VENUE)
export class Venue extends Offer {
  @Column('text')
  address!: string;

  /** Square metres, exact. */
  @Column('numeric', { nullable: true })
  floorAreaM2!: string | null;

  /** Persons. */
  @Column('integer')
  capacity!: number;

  @Column('text', { array: true })
  facilities!: string[];

  @Column('boolean')
  indoor!: boolean;

  @Column('boolean')
  stepFree!: boolean;
}

@ChildEntity(OfferKind.VEHICLE)
export class Vehicle extends Offer {
  @Column('text', { nullable: true })
  plate!: string | null;

  @Column('integer')
  seats!: number;

  @Column('boolean')
  driverIncluded!: boolean;

  @Column('text', { nullable: true })
  licenceClass!: string | null;
}

@ChildEntity(OfferKind.POWER_SUPPLY)
export class PowerSupply extends Offer {
  /** Volts: 220 or 380. */
  @Column('integer')
  voltage!: number;

  @Column('integer')
  phases!: number;

  /** Kilowatts, exact. */
  @Column('numeric')
  maxLoadKw!: string;

  @Column('text', { array: true })
  sockets!: string[];

  /** Metres. */
  @Column('integer', { nullable: true })
  cableLengthM!: number | null;

  @Column('boolean')
  electricianNeeded!: boolean;
}

@ChildEntity(OfferKind.EQUIPMENT)
export class Equipment extends Offer {
  @Column('integer')
  quantity!: number;

  /** What is counted, e.g. 台. */
  @Column('text')
  measure!: string;
}

@ChildEntity(OfferKind.EXPERTISE)
export class Expertise extends Offer {
  @Column('text')
  field!: string;

  @Column('text', { nullable: true })
  expertTitle!: string | null;

  /** BCP 47 tags. */
  @Column('text', { array: true })
  languages!: string[];

  @Column('integer', { nullable: true })
  sessionsPerMonth!: number | null;
}

/** The entity of each kind. */
export const OFFER_ENTITIES = {
  VENUE: Venue,
  VEHICLE: Vehicle,
  POWER_SUPPLY: PowerSupply,
  EQUIPMENT: Equipment,
  EXPERTISE: Expertise,
} as const satisfies Record<OfferKind, typeof Offer | (new () => Offer)>;

/** By its column: what was read with a list is no instance of a class of one kind. */
export function isOfKind<Kind extends Offer>(offer: Offer, kind: OfferKind): offer is Kind {
  return offer.kind === kind;
}
