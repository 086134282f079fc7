import { GraphQLScalarType } from 'graphql';
import { product } from '../../product.ts';
import { listBookings, listMemberships, listOffers, nextBookings, serviceDays } from './lists.ts';
import type { OrdinaryRequest, Row } from './request.ts';

const { toGlobalId, fromGlobalId } = await product.globalIds();
const OBJECTS = {
  VENUE: 'Venue',
  VEHICLE: 'Vehicle',
  POWER_SUPPLY: 'PowerSupply',
  EQUIPMENT: 'Equipment',
  EXPERTISE: 'Expertise',
} as const;

type Resolve<Args = unknown> = (parent: Row, args: Args, request: OrdinaryRequest) => unknown;

const idOf = (type: string) => ({ id: (({ id }) => toGlobalId(type, id)) satisfies Resolve });
const one =
  (entity: string, key: string): Resolve =>
  (parent, _args, request) =>
    request.find(entity, String(parent[key]));

const offer = {
  ...idOf('Offer'),
  unit: one('Unit', 'unitId'),
  bookings: nextBookings,
};

function byId(entity: string) {
  return (_root: unknown, { id }: { id: string }, request: OrdinaryRequest) =>
    request.find(entity, fromGlobalId(entity, id));
}

/** What the documents of the benchmark reach. */
export const resolvers = {
  Query: {
    network: byId('Network'),
    offer: byId('Offer'),
    offers: listOffers,
    bookings: listBookings,
  },
  Network: {
    ...idOf('Network'),
    area: one('Area', 'areaId'),
    convener: one('Unit', 'convenerUnitId'),
    serviceDays,
    memberships: listMemberships,
    facts: (({ facts }) =>
      Object.entries(facts as object)
        .map(([name, count]) => ({ name, count }))
        .toSorted((a, b) => a.name.localeCompare(b.name))) satisfies Resolve,
  },
  Membership: { ...idOf('Membership'), unit: one('Unit', 'unitId') },
  Unit: idOf('Unit'),
  Offer: { __resolveType: (row: Row) => typeOf(row) },
  ...Object.fromEntries(Object.values(OBJECTS).map((type) => [type, offer])),
  Booking: {
    ...idOf('Booking'),
    offer: one('Offer', 'offerId'),
    owner: one('Unit', 'ownerUnitId'),
    requester: one('Unit', 'requesterUnitId'),
    network: one('Network', 'networkId'),
  },
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: (value) => (value as Date).toISOString(),
    parseValue: (value) => new Date(String(value)),
  }),
  TimeOfDay: new GraphQLScalarType({ name: 'TimeOfDay', serialize: (minutes) => timeOf(Number(minutes)) }),
};

function typeOf(row: Row): string {
  return OBJECTS[row['kind'] as keyof typeof OBJECTS];
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
