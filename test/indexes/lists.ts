import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from './actors.js';
import type { Wish } from './wishes.js';

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** A field that answers in pages, on the root or beneath a thing. */
export interface ListField {
  readonly of: Fielded;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every list of the schema, so that one that comes later is tried too. Kinds of one thing share theirs. */
export function listFields(schema: GraphQLSchema): ListField[] {
  return (
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter((type) => type.getInterfaces().every(({ name }) => name === 'Node'))
      // What a figure is made of is tried with it.
      .filter(({ name }) => name !== 'Figure')
      .flatMap((of) => Object.values(of.getFields()).map((field) => ({ of, field })))
      .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
  );
}

/** Asks the list so; `page` says which part of it, `select` what of it. */
export function documentOf({ of, field }: ListField, args: Wish['args'], select: string): string {
  const names = Object.keys(args);
  const typeOf = (name: string): string =>
    PAGE_TYPES[name] ?? String(field.args.find((arg) => arg.name === name)?.type);
  const declared = names.map((name) => `$${name}: ${typeOf(name)}`);
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const list = `list: ${field.name}${passed && `(${passed})`} ${select}`;
  if (of.name === 'Query') return `query ${parenthesised(declared)} { ${list} }`;
  if (of.name === 'Inbox') return `query ${parenthesised(declared)} { parent: inbox { ${list} } }`;
  if (of.name === 'Schedule')
    return `query ${parenthesised(declared)} { parent: schedule(${WHOLE_YEAR}) { ${list} } }`;
  if (of.name === 'Me') return `query ${parenthesised(declared)} { parent: me { ${list} } }`;
  if (of.name === 'ThreeLists')
    return `query ${parenthesised(['$id: ID!', ...declared])} { parent: threeLists(networkId: $id) { ${list} } }`;
  return `query ${parenthesised(['$id: ID!', ...declared])} { parent: node(id: $id) { ... on ${of.name} { ${list} } } }`;
}

/** As long a span as is read at once, around the present of the district. */
const WHOLE_YEAR = 'from: "2026-08-01T00:00:00+08:00", to: "2027-09-01T00:00:00+08:00"';

const PAGE_TYPES: Readonly<Record<string, string>> = {
  first: 'Int',
  last: 'Int',
  after: 'String',
  before: 'String',
};

/** The thing beneath which it is asked for; null on the root. */
export function parentOf({ of }: ListField, { ids }: Actor): string | null {
  if (['Query', 'Me', 'Inbox', 'Schedule'].includes(of.name)) return null;
  const id = ids[of.name === 'ThreeLists' ? 'Network' : (of.name as keyof Actor['ids'])];
  if (id === undefined) throw new Error(`No actor has a ${of.name}: add one, so that its lists are tried.`);
  return id;
}

/** Cursors and every value that needs no arguments. */
export function pageOf({ field }: ListField): string {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const edge = getNamedType(connection.getFields()['edges']?.type ?? field.type) as GraphQLObjectType;
  const node = getNamedType(edge.getFields()['node']?.type ?? field.type) as Fielded;
  const values = Object.values(node.getFields())
    .filter(({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isRequiredArgument))
    .map(({ name }) => name);
  return `{ edges { cursor node { __typename ${values.join(' ')} } } }`;
}

function parenthesised(parts: readonly string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}
