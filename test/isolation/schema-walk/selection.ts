import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** What fields with required arguments are asked with. */
const WINDOW = '(from: "2026-12-12T00:00:00+08:00", to: "2026-12-14T00:00:00+08:00")';
const ARGUMENTS: Record<string, string> = {
  busy: WINDOW,
  free: WINDOW,
  freeAmounts: WINDOW,
  lending: WINDOW,
  overCommitments: WINDOW,
};

/** Writes selections of every field that can be reached from a type within so many steps, and notes what it selected. */
export class FullSelection {
  /** Each as `Type.field`. */
  readonly visited = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** `{ … }` with all of an object or interface type. */
  of(typeName: string, steps = 2): string {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${typeName} has no fields.`);
    return this.all(type, steps);
  }

  private all(type: Composite, steps: number): string {
    // What is any node is read through the fields that lead there by name.
    const kinds = isInterfaceType(type) && type.name !== 'Node' ? this.schema.getPossibleTypes(type) : [];
    const own = Object.values(type.getFields()).map((field) => this.field([type, ...kinds], field, steps));
    const extra = kinds.map((kind) => {
      const fields = Object.values(kind.getFields()).filter(({ name }) => !(name in type.getFields()));
      return `... on ${kind.name} { __typename ${fields.map((field) => this.field([kind], field, steps)).join(' ')} }`;
    });
    return `{ __typename ${[...own, ...extra].join(' ')} }`;
  }

  private field(on: readonly Composite[], field: GraphQLField<unknown, unknown>, steps: number): string {
    const type = getNamedType(field.type);
    const isLeaf = isLeafType(type);
    if (!isLeaf && (steps === 0 || !(isObjectType(type) || isInterfaceType(type)))) return '';
    for (const { name } of on) this.visited.add(`${name}.${field.name}`);
    // Bookings beside a booking hold nothing that it does not hold itself, and each would cost as much again.
    const left = on.some(({ name }) => name === type.name) ? 0 : steps - 1;
    return `${field.name}${argumentsOf(field)} ${isLeaf ? '' : this.all(type as Composite, left)}`;
  }
}

function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  if (!field.args.some(isRequiredArgument)) return field.args.some(isPageSize) ? '(first: 1)' : '';
  const given = ARGUMENTS[field.name];
  if (given === undefined) throw new Error(`The field ${field.name} needs arguments: add them to ARGUMENTS.`);
  return given;
}

/** Pages within pages are short ones: their cost is multiplied. */
function isPageSize({ name }: GraphQLArgument): boolean {
  return name === 'first';
}

/** Every field of every object type that a client can reach. */
export function listFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}
