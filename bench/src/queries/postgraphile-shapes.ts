import type { QueryName } from './read-queries.ts';

type Json = Readonly<Record<string, unknown>>;

/** From PostGraphile's names and lists to those of the product's schema. */
export const fromPostgraphile: Record<QueryName, (data: unknown) => Json> = {
  dashboard: (data) => {
    const { offers, ...node } = networkOf(at(data, 'networkByRegionIdAndRowId'));
    return { node, offers };
  },
  offer: (data) => ({ node: offerOf(at(data, 'offerByRegionIdAndRowId')) }),
  bookings: (data) => ({
    bookings: {
      ...connectionOf(at(data, 'allBookings'), bookingOf),
      pageInfo: at(at(data, 'allBookings'), 'pageInfo'),
    },
  }),
};

function networkOf(network: Json): Json {
  const { rowId: id, code, name, facts } = network;
  return {
    id,
    code,
    name,
    facts: factsOf(facts),
    serviceDays: nodesOf(at(network, 'networkServiceDaysByRegionIdAndNetworkId')),
    area: network['areaByRegionIdAndAreaId'],
    convener: unitOf(at(network, 'unitByRegionIdAndConvenerUnitId')),
    memberships: connectionOf(at(network, 'membershipsByRegionIdAndNetworkId'), (member) => ({
      role: member['role'],
      unit: unitOf(at(member, 'unitByRegionIdAndUnitIdAndUnitCode')),
    })),
    offers: connectionOf(at(network, 'offerPublicationsByRegionIdAndNetworkId'), (publication) =>
      offerOf(at(publication, 'offerByRegionIdAndOfferIdAndUnitId')),
    ),
  };
}

function offerOf(offer: Json): Json {
  const {
    rowId: id,
    unitByRegionIdAndUnitId: unit,
    bookingsByRegionIdAndOfferIdAndOwnerUnitId: bookings,
    hours,
    ...rest
  } = offer;
  return {
    ...rest,
    id,
    unit: unitOf(objectOf(unit)),
    ...(bookings !== undefined && { bookings: connectionOf(objectOf(bookings), bookingOf) }),
    ...(hours !== undefined && { hours: (hours as HoursLine[]).map(lineOf) }),
  };
}

function bookingOf(booking: Json): Json {
  const {
    rowId: id,
    offerByRegionIdAndOfferIdAndOwnerUnitId: offer,
    unitByRegionIdAndRequesterUnitId: requester,
    ...rest
  } = booking;
  return {
    ...rest,
    id,
    requester: unitOf(objectOf(requester)),
    ...(offer !== undefined && { offer: offerOf(objectOf(offer)) }),
  };
}

function unitOf({ rowId: id, ...rest }: Json): Json {
  return { id, ...rest };
}

interface HoursLine {
  readonly days: string;
  readonly from: number;
  readonly to: number;
}

function lineOf({ days, from, to }: HoursLine): Json {
  return { days, from: timeOf(from), to: timeOf(to) };
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function factsOf(facts: unknown): Json[] {
  return Object.entries(objectOf(facts))
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function connectionOf(connection: Json, nodeOf: (node: Json) => Json): Json {
  return { edges: nodesOf(connection).map((node) => ({ node: nodeOf(node) })) };
}

function nodesOf(connection: Json): Json[] {
  return connection['nodes'] as Json[];
}

function at(value: unknown, key: string): Json {
  return objectOf(objectOf(value)[key]);
}

function objectOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null)
    throw new Error('PostGraphile left out what was asked for.');
  return value as Json;
}
