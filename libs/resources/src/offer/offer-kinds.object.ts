import { DecimalScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OfferObject } from './offer.object.js';

const IMPLEMENTS = { implements: () => [OfferObject, Node] };

@ObjectType('Venue', { ...IMPLEMENTS, description: 'A venue (场地).' })
export abstract class VenueObject extends OfferObject {
  @Field(() => String, { description: 'Where it is.' })
  readonly address!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Floor area, in square metres.' })
  readonly floorAreaM2!: string | null;

  @Field(() => Int, { description: 'How many persons it holds.' })
  readonly capacity!: number;

  @Field(() => [String], { description: 'What is there, e.g. PROJECTOR.' })
  readonly facilities!: string[];

  @Field(() => Boolean, { description: 'Under a roof.' })
  readonly indoor!: boolean;

  @Field(() => Boolean, { description: 'Can be reached without a step.' })
  readonly stepFree!: boolean;
}

@ObjectType('Vehicle', { ...IMPLEMENTS, description: 'A vehicle (车辆).' })
export abstract class VehicleObject extends OfferObject {
  @Field(() => String, { nullable: true, description: 'Number plate.' })
  readonly plate!: string | null;

  @Field(() => Int, { description: 'Seats.' })
  readonly seats!: number;

  @Field(() => Boolean, { description: 'A driver comes with it.' })
  readonly driverIncluded!: boolean;

  @Field(() => String, { nullable: true, description: 'Class of licence that a driver needs, e.g. A1.' })
  readonly licenceClass!: string | null;
}

@ObjectType('PowerSupply', { ...IMPLEMENTS, description: 'A power supply (供电).' })
export abstract class PowerSupplyObject extends OfferObject {
  @Field(() => Int, { description: 'Volts: 220 or 380.' })
  readonly voltage!: number;

  @Field(() => Int, { description: 'Phases: 1 or 3.' })
  readonly phases!: number;

  @Field(() => DecimalScalar, { description: 'Largest load, in kilowatts.' })
  readonly maxLoadKw!: string;

  @Field(() => [String], { description: 'Sockets, e.g. 63A-5P.' })
  readonly sockets!: string[];

  @Field(() => Int, { nullable: true, description: 'How far the cable reaches, in metres.' })
  readonly cableLengthM!: number | null;

  @Field(() => Boolean, { description: 'An electrician must connect it.' })
  readonly electricianNeeded!: boolean;
}

@ObjectType('Equipment', { ...IMPLEMENTS, description: 'Equipment (设备).' })
export abstract class EquipmentObject extends OfferObject {
  @Field(() => Int, { description: 'How many there are.' })
  readonly quantity!: number;

  @Field(() => String, { description: 'What is counted, e.g. 台.' })
  readonly measure!: string;
}

@ObjectType('Expertise', { ...IMPLEMENTS, description: 'Somebody who knows (人才).' })
export abstract class ExpertiseObject extends OfferObject {
  @Field(() => String, { description: 'The field.' })
  readonly field!: string;

  @Field(() => String, { nullable: true, description: 'The expert’s title, e.g. 主治医师.' })
  readonly expertTitle!: string | null;

  @Field(() => [String], { description: 'Languages, by BCP 47.' })
  readonly languages!: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'At most so many bookings begin in one month, by the zone of the region; null for no limit. Those that were called off, or that nobody came to, do not count.',
  })
  readonly sessionsPerMonth!: number | null;
}

export const OFFER_OBJECTS = [
  VenueObject,
  VehicleObject,
  PowerSupplyObject,
  EquipmentObject,
  ExpertiseObject,
] as const;

export const UpdateOfferResult = resultUnion('UpdateOfferResult', [...OFFER_OBJECTS, StaleVersion]);
export const PublishOfferResult = resultUnion('PublishOfferResult', [...OFFER_OBJECTS, StaleVersion]);
export const WithdrawOfferResult = resultUnion('WithdrawOfferResult', [
  ...OFFER_OBJECTS,
  StaleVersion,
  WrongState,
]);
