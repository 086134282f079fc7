import { DecimalScalar, Nested, NotBlank, told } from '#graphql';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, Matches, Max, MaxLength, Min } from 'class-validator';
import { POSITIVE_DECIMAL } from '../occupancy/amount.js';
import { FACTS_WORDS } from './offer.words.js';
import { IsPlate } from './plate.js';

const EACH_ENTRY = { each: true, ...told(FACTS_WORDS.entryLength) };

@InputType({ description: 'The facts of a venue.' })
export class VenueFactsInput {
  @NotBlank(told(FACTS_WORDS.addressNeeded))
  @MaxLength(200, told(FACTS_WORDS.addressTooLong))
  @Field(() => String, { description: 'Where it is.' })
  address!: string;

  @Matches(POSITIVE_DECIMAL, told(FACTS_WORDS.floorAreaForm))
  @Field(() => DecimalScalar, { nullable: true, description: 'Floor area, in square metres.' })
  floorAreaM2?: string | null;

  @Min(1, told(FACTS_WORDS.capacityTooSmall))
  @Max(100_000, told(FACTS_WORDS.capacityTooLarge))
  @Field(() => Int, { description: 'How many persons it holds.' })
  capacity!: number;

  @ArrayMaxSize(30, told(FACTS_WORDS.tooManyFacilities))
  @NotBlank(EACH_ENTRY)
  @MaxLength(60, EACH_ENTRY)
  @Field(() => [String], { defaultValue: [], description: 'What is there, e.g. PROJECTOR.' })
  facilities!: string[];

  @Field(() => Boolean, { description: 'Under a roof.' })
  indoor!: boolean;

  @Field(() => Boolean, { description: 'Can be reached without a step.' })
  stepFree!: boolean;
}

@InputType({ description: 'The facts of a vehicle.' })
export class VehicleFactsInput {
  @MaxLength(20, told(FACTS_WORDS.plateTooLong))
  @IsPlate(told(FACTS_WORDS.plateForm))
  @Field(() => String, { nullable: true, description: 'Number plate, as GA 36 has it, e.g. 沪A·D6390.' })
  plate?: string | null;

  @Min(1, told(FACTS_WORDS.seatsTooFew))
  @Max(500, told(FACTS_WORDS.seatsTooMany))
  @Field(() => Int, { description: 'Seats.' })
  seats!: number;

  @Field(() => Boolean, { description: 'A driver comes with it.' })
  driverIncluded!: boolean;

  @MaxLength(20, told(FACTS_WORDS.licenceTooLong))
  @Field(() => String, { nullable: true, description: 'Class of licence that a driver needs, e.g. A1.' })
  licenceClass?: string | null;
}

@InputType({ description: 'The facts of a power supply.' })
export class PowerSupplyFactsInput {
  @IsIn([220, 380], told(FACTS_WORDS.voltage))
  @Field(() => Int, { description: 'Volts: 220 or 380.' })
  voltage!: number;

  @IsIn([1, 3], told(FACTS_WORDS.phases))
  @Field(() => Int, { description: 'Phases: 1 or 3.' })
  phases!: number;

  @Matches(POSITIVE_DECIMAL, told(FACTS_WORDS.loadForm))
  @Field(() => DecimalScalar, { description: 'Largest load, in kilowatts.' })
  maxLoadKw!: string;

  @ArrayMaxSize(30, told(FACTS_WORDS.tooManySockets))
  @NotBlank(EACH_ENTRY)
  @MaxLength(60, EACH_ENTRY)
  @Field(() => [String], { defaultValue: [], description: 'Sockets, e.g. 63A-5P.' })
  sockets!: string[];

  @Min(0, told(FACTS_WORDS.cableTooShort))
  @Max(10_000, told(FACTS_WORDS.cableTooLong))
  @Field(() => Int, { nullable: true, description: 'How far the cable reaches, in metres.' })
  cableLengthM?: number | null;

  @Field(() => Boolean, { description: 'An electrician must connect it.' })
  electricianNeeded!: boolean;
}

@InputType({ description: 'The facts of equipment.' })
export class EquipmentFactsInput {
  @Min(1, told(FACTS_WORDS.quantityTooSmall))
  @Max(100_000, told(FACTS_WORDS.quantityTooLarge))
  @Field(() => Int, { description: 'How many there are.' })
  quantity!: number;

  @NotBlank(told(FACTS_WORDS.measureNeeded))
  @MaxLength(20, told(FACTS_WORDS.measureTooLong))
  @Field(() => String, { description: 'What is counted, e.g. 台.' })
  measure!: string;
}

@InputType({ description: 'The facts of expertise.' })
export class ExpertiseFactsInput {
  @NotBlank(told(FACTS_WORDS.fieldNeeded))
  @MaxLength(100, told(FACTS_WORDS.fieldTooLong))
  @Field(() => String, { description: 'The field.' })
  field!: string;

  @MaxLength(100, told(FACTS_WORDS.expertTitleTooLong))
  @Field(() => String, { nullable: true, description: 'The expert’s title, e.g. 主治医师.' })
  expertTitle?: string | null;

  @ArrayMaxSize(20, told(FACTS_WORDS.tooManyLanguages))
  @Matches(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, { each: true, ...told(FACTS_WORDS.languageForm) })
  @Field(() => [String], { defaultValue: [], description: 'Languages, by BCP 47.' })
  languages!: string[];

  @Min(1, told(FACTS_WORDS.sessionsTooFew))
  @Max(100, told(FACTS_WORDS.sessionsTooMany))
  @Field(() => Int, {
    nullable: true,
    description:
      'At most so many bookings begin in one month, by the zone of the region; none given means no limit. Lowered, it leaves bookings standing.',
  })
  sessionsPerMonth?: number | null;
}

@InputType({ isOneOf: true, description: 'The facts of an offer; which one is given says its kind.' })
export class OfferFactsInput {
  @Nested(() => VenueFactsInput)
  @Field(() => VenueFactsInput, { nullable: true, description: 'A venue.' })
  venue?: VenueFactsInput;

  @Nested(() => VehicleFactsInput)
  @Field(() => VehicleFactsInput, { nullable: true, description: 'A vehicle.' })
  vehicle?: VehicleFactsInput;

  @Nested(() => PowerSupplyFactsInput)
  @Field(() => PowerSupplyFactsInput, { nullable: true, description: 'A power supply.' })
  powerSupply?: PowerSupplyFactsInput;

  @Nested(() => EquipmentFactsInput)
  @Field(() => EquipmentFactsInput, { nullable: true, description: 'Equipment.' })
  equipment?: EquipmentFactsInput;

  @Nested(() => ExpertiseFactsInput)
  @Field(() => ExpertiseFactsInput, { nullable: true, description: 'Expertise.' })
  expertise?: ExpertiseFactsInput;
}
