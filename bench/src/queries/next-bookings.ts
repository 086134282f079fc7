import { buildSchema, isInterfaceType, parse, validate } from 'graphql';

const KINDS = ['Venue', 'Vehicle', 'PowerSupply', 'Equipment', 'Expertise'];
const FIELD = '{ bookings(filter: BookingFilter! = {}, first: Int): BookingConnection! }';

/** The product's schema; should it not say yet what an offer's next bookings are, with a field that does. */
export function withNextBookings(schema: string): string {
  const offer = buildSchema(schema).getType('Offer');
  if (isInterfaceType(offer) && 'bookings' in offer.getFields()) return schema;
  return [
    schema,
    `extend interface Offer ${FIELD}`,
    ...KINDS.map((kind) => `extend type ${kind} ${FIELD}`),
  ].join('\n');
}

/** Why the product cannot answer this document yet; null when it can. */
export function findGap(schema: string, document: string): string | null {
  return validate(buildSchema(schema), parse(document))[0]?.message ?? null;
}
