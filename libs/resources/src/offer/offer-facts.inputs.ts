import { DecimalScalar, Nested } from '#graphql';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

const POSITIVE_DECIMAL = /^(?=.*[1-9])\d{1,7}(\.\d{1,3})?$/;
const WORDS = { each: true, message: 'Each entry has 1 to 60 characters.' };

@InputType({ description: 'The facts of a venue.' })
export class VenueFactsInput {
  @MinLength(1, { message: 'An address is needed.' })
  @MaxLength(200, { message: 'An address has at most 200 characters.' })
  @Field(() => String, { description: 'Where it is.' })
  address!: string;

  @Matches(POSITIVE_DECIMAL, { message: 'A floor area is more than 0, with at most three decimals.' })
  @Field(() => DecimalScalar, { nullable: true, description: 'Floor area, in square metres.' })
  floorAreaM2?: string | null;

  @Min(1, { message: 'A venue holds at least 1 person.' })
  @Max(100_000, { message: 'A venue holds at most 100,000 persons.' })
  @Field(() => Int, { description: 'How many persons it holds.' })
  capacity!: number;

  @ArrayMaxSize(30, { message: 'At most 30 facilities.' })
  @MinLength(1, WORDS)
  @MaxLength(60, WORDS)
  @Field(() => [String], { defaultValue: [], description: 'What is there, e.g. PROJECTOR.' })
  facilities!: string[];

  @Field(() => Boolean, { description: 'Under a roof.' })
  indoor!: boolean;

  @Field(() => Boolean, { description: 'Can be reached without a step.' })
  stepFree!: boolean;
}

@InputType({ description: 'The facts of a vehicle.' })
export class VehicleFactsInput {
  @MaxLength(20, { message: 'A number plate has at most 20 characters.' })
  @Field(() => String, { nullable: true, description: 'Number plate.' })
  plate?: string | null;

  @Min(1, { message: 'A vehicle has at least 1 seat.' })
  @Max(500, { message: 'A vehicle has at most 500 seats.' })
  @Field(() => Int, { description: 'Seats.' })
  seats!: number;

  @Field(() => Boolean, { description: 'A driver comes with it.' })
  driverIncluded!: boolean;

  @MaxLength(20, { message: 'A licence class has at most 20 characters.' })
  @Field(() => String, { nullable: true, description: 'Class of licence that a driver needs, e.g. A1.' })
  licenceClass?: string | null;
}

@InputType({ description: 'The facts of a power supply.' })
export class PowerSupplyFactsInput {
  @IsIn([220, 380], { message: 'The voltage is 220 or 380.' })
  @Field(() => Int, { description: 'Volts: 220 or 380.' })
  voltage!: number;

  @IsIn([1, 3], { message: 'There are 1 or 3 phases.' })
  @Field(() => Int, { description: 'Phases: 1 or 3.' })
  phases!: number;

  @Matches(POSITIVE_DECIMAL, { message: 'A load is more than 0 kW, with at most three decimals.' })
  @Field(() => DecimalScalar, { description: 'Largest load, in kilowatts.' })
  maxLoadKw!: string;

  @ArrayMaxSize(30, { message: 'At most 30 sockets.' })
  @MinLength(1, WORDS)
  @MaxLength(60, WORDS)
  @Field(() => [String], { defaultValue: [], description: 'Sockets, e.g. 63A-5P.' })
  sockets!: string[];

  @Min(0, { message: 'A cable is not shorter than 0 m.' })
  @Max(10_000, { message: 'A cable is at most 10,000 m long.' })
  @Field(() => Int, { nullable: true, description: 'How far the cable reaches, in metres.' })
  cableLengthM?: number | null;

  @Field(() => Boolean, { description: 'An electrician must connect it.' })
  electricianNeeded!: boolean;
}

@InputType({ description: 'The facts of equipment.' })
export class EquipmentFactsInput {
  @Min(1, { message: 'There is at least 1 piece.' })
  @Max(100_000, { message: 'There are at most 100,000 pieces.' })
  @Field(() => Int, { description: 'How many there are.' })
  quantity!: number;

  @MinLength(1, { message: 'Say what is counted.' })
  @MaxLength(20, { message: 'A measure has at most 20 characters.' })
  @Field(() => String, { description: 'What is counted, e.g. 台.' })
  measure!: string;
}

@InputType({ description: 'The facts of expertise.' })
export class ExpertiseFactsInput {
  @MinLength(1, { message: 'A field is needed.' })
  @MaxLength(100, { message: 'A field has at most 100 characters.' })
  @Field(() => String, { description: 'The field.' })
  field!: string;

  @MaxLength(100, { message: 'A title has at most 100 characters.' })
  @Field(() => String, { nullable: true, description: 'The expert’s title, e.g. 主治医师.' })
  expertTitle?: string | null;

  @ArrayMaxSize(20, { message: 'At most 20 languages.' })
  @Matches(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, {
    each: true,
    message: 'A language is a BCP 47 tag, e.g. zh.',
  })
  @Field(() => [String], { defaultValue: [], description: 'Languages, by BCP 47.' })
  languages!: string[];

  @Min(1, { message: 'At least 1 session a month.' })
  @Max(100, { message: 'At most 100 sessions a month.' })
  @Field(() => Int, { nullable: true, description: 'Sessions a month, at most; none given means no limit.' })
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
