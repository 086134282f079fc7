import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** What else is asked for; of the right form, so that what is long is looked at. */
const SOUND: Readonly<Record<string, unknown>> = {
  DateTime: '2026-12-12T10:00:00+08:00',
  Date: '2026-12-12',
  TimeOfDay: '10:00',
  Quarter: '2026-Q4',
  Decimal: '1.5',
  Int: 1,
  Float: 1,
  Boolean: true,
};

type Slot = GraphQLArgument | GraphQLInputField;

/** One text that a root field takes, and what it is asked with when that text is another. */
export interface TextSlot {
  /** `Mutation.createOffer input.title`. */
  readonly name: string;
  readonly path: string;
  /** The name of its scalar. */
  readonly scalar: string;
  readonly isListed: boolean;
  readonly root: RootAsk;
}

export interface RootAsk {
  readonly name: string;
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
}

/** Every place of every root field that takes a text: strings, ids, and what is written as text. */
export function textSlots(schema: GraphQLSchema): TextSlot[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => slotsOf(type?.name ?? '', field)),
  );
}

function slotsOf(type: string, field: GraphQLField<unknown, unknown>): TextSlot[] {
  const root = { name: `${type}.${field.name}`, document: documentOf(type, field), args: field.args };
  return field.args
    .flatMap((arg) => walk(arg, arg.name))
    .map((one) => ({ ...one, name: `${root.name} ${one.path}`, root }));
}

function walk({ type }: Slot, path: string): { path: string; scalar: string; isListed: boolean }[] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) => walk(field, `${path}.${field.name}`));
  const isText = !isEnumType(named) && !['Int', 'Float', 'Boolean'].includes(named.name);
  return isText ? [{ path, scalar: named.name, isListed: isListType(getNullableType(type)) }] : [];
}

function documentOf(type: string, { name, args, type: result }: GraphQLField<unknown, unknown>): string {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(result)) ? '' : '{ __typename }';
  return `${type.toLowerCase()}${declared && ` (${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

/** Variables in which these texts are long, and only what leads to them or must be there is given. */
export function withLong(root: RootAsk, long: ReadonlyMap<string, string>): Record<string, unknown> {
  return filled(root.args, '', long);
}

function filled(
  slots: readonly Slot[],
  prefix: string,
  long: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const given = slots.map((slot) => [slot.name, valueOf(slot.type, `${prefix}${slot.name}`, long)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function valueOf(type: GraphQLInputType, path: string, long: ReadonlyMap<string, string>): unknown {
  const isNeeded = getNullableType(type) !== type;
  const isOnTheWay = [...long.keys()].some((one) => one === path || one.startsWith(`${path}.`));
  if (!isNeeded && !isOnTheWay) return undefined;
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, path, long)].filter((one) => one !== undefined);
  if (isInputObjectType(bare)) return filled(Object.values(bare.getFields()), `${path}.`, long);
  return long.get(path) ?? (isEnumType(bare) ? bare.getValues()[0]?.name : (SOUND[bare.name] ?? 'x'));
}
