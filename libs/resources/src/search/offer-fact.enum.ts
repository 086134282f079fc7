import { registerEnumType } from '@nestjs/graphql';

export enum OfferFact {
  CAPACITY = 'CAPACITY',
  STEP_FREE = 'STEP_FREE',
  INDOOR = 'INDOOR',
  SEATS = 'SEATS',
  DRIVER_INCLUDED = 'DRIVER_INCLUDED',
  VOLTAGE = 'VOLTAGE',
  MAX_LOAD_KW = 'MAX_LOAD_KW',
  QUANTITY = 'QUANTITY',
}

registerEnumType(OfferFact, {
  name: 'OfferFact',
  description: 'A fact of an offer that can be wished for.',
  valuesMap: {
    CAPACITY: { description: 'Persons that a venue holds.' },
    STEP_FREE: { description: 'Whether a venue can be reached without a step.' },
    INDOOR: { description: 'Whether a venue is under a roof.' },
    SEATS: { description: 'Seats of a vehicle.' },
    DRIVER_INCLUDED: { description: 'Whether a vehicle comes with a driver.' },
    VOLTAGE: { description: 'Volts of a power supply.' },
    MAX_LOAD_KW: { description: 'Kilowatts of a power supply.' },
    QUANTITY: { description: 'Pieces of equipment.' },
  },
});
