import {
  getNamedType,
  getNullableType,
  isEnumType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { everyColumn } from './columns.js';

/** A list in pages, in one order. */
export interface ListOrder {
  /** `Offer.bookings`, or `Query.offers TITLE_ASC` where there is a choice. */
  readonly name: string;
  readonly field: string;
  /** How a page is asked for, with `$id` for what it hangs on. */
  readonly document: string;
  /** The same with all that the database writes of each entry, where it can be asked for by itself. */
  readonly columns: string | null;
  /** What the id is one of; null where none is needed. */
  readonly idOf: string | null;
}

type Field = GraphQLField<unknown, unknown>;

/** What there is one of for each post, and the root field that gives it. */
const ALONE: Readonly<Record<string, string>> = {
  Inbox: 'inbox',
  Me: 'me',
  Schedule: 'schedule(from: "2026-09-01T00:00:00+08:00", to: "2027-09-01T00:00:00+08:00")',
};

/** Every list of the schema in every order it has. */
export function listOrders(schema: GraphQLSchema): ListOrder[] {
  return (
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      // What a figure is made of is turned over in test/figures: it has no place without its figure.
      .filter(({ name }) => name !== 'Figure')
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .flatMap((field) => ordersOf(field).map((order) => listOrder(schema, type.name, field, order))),
      )
  );
}

function ordersOf({ args }: Field): (string | null)[] {
  const type = getNullableType(args.find(({ name }) => name === 'orderBy')?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [null];
}

function listOrder(schema: GraphQLSchema, on: string, field: Field, order: string | null): ListOrder {
  const filter = String(field.args.find(({ name }) => name === 'filter')?.type);
  const isOfNetwork = filter === 'DirectoryFilter!';
  const isOfMonths = filter === 'MonthFilter!';
  const isRoot = on === 'Query';
  const isInThreeLists = on === 'ThreeLists';
  const idOf = isOfNetwork || isInThreeLists ? 'Network' : isRoot || on in ALONE ? null : on;
  const args = [
    'first: $first, after: $after, last: $last, before: $before',
    ...(order === null ? [] : [`orderBy: ${order}`]),
    ...(isOfNetwork ? ['filter: { networkId: $id }'] : []),
    ...(isOfMonths ? ['filter: { from: "2026-01-01", to: "2028-01-01" }'] : []),
  ];
  const pageOf = (entry: string): string => `list: ${field.name}(${args.join(', ')}) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { ${entry} } }
  }`;
  const page = pageOf(`__typename ${entryOf(field)}`);
  const way = ALONE[on] ?? (isInThreeLists ? 'threeLists(networkId: $id)' : 'node(id: $id)');
  const body = isRoot ? page : `on: ${way} { ... on ${on} { ${page} } }`;
  const declared = [
    '$first: Int, $after: String, $last: Int, $before: String',
    ...(idOf === null ? [] : ['$id: ID!']),
  ];
  return {
    name: [`${on}.${field.name}`, ...(order === null ? [] : [order])].join(' '),
    field: field.name,
    document: `query (${declared.join(', ')}) { ${body} }`,
    columns: isRoot
      ? `query (${declared.join(', ')}) { ${pageOf(everyColumn(schema, getNamedType(field.type)))} }`
      : null,
    idOf,
  };
}

/** What tells an entry from the others. */
function entryOf({ type }: Field): string {
  const node = getNamedType(type).name.replace(/Connection$/, '');
  if (node === 'AuditLine') return 'at act part thing { id }';
  if (node === 'Contribution') return 'usedAt measure sixtieths madeAt booking { id }';
  if (node === 'ContributionTotal') return 'month measure sixtieths unit { id } network { id }';
  if (node === 'LendingMonth') return 'month unit { id } network { id } requests';
  if (node === 'InboxEntry') return 'key dueAt';
  if (node === 'ScheduleEntry') return 'key startsAt';
  if (node === 'Message') return 'writtenAt channel text';
  if (node === 'DishReview') return 'day mark comment dish { id }';
  if (node === 'ActionNote' || node === 'ObjectionNote') return 'notedAt step text unit { id }';
  return node === 'DirectoryEntry' ? 'unit { id name }' : 'id';
}
