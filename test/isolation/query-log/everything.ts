import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLUnionType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { firstAnswer } from '../../support/first-answer.js';
import type { TestClient } from '../../support/test-client.js';

// For the arguments that a nested field cannot do without.
const VALUES: Readonly<Record<string, string>> = {
  from: '"2026-12-12T00:00:00+08:00"',
  to: '"2026-12-13T00:00:00+08:00"',
};

/** Who signs in or out again is answered anew; a key would keep tokens. */
const UNKEYED = new Set(['signIn', 'signInExternally', 'signOut']);

type Field = GraphQLField<unknown, unknown>;

/** Asks root fields for all that can be selected beneath them, so that a new field is asked for unbidden. */
export class Everything {
  readonly asked = new Set<string>();
  /** Told when a field is asked, and when it was. */
  readonly heard: { before?: () => void; after?: (name: string) => void } = {};
  private keys = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** What the field gave; fails when it was refused. Name the type of what is read of it. */
  async ask<Result = object>(client: TestClient, name: string, variables: object = {}): Promise<Result> {
    const { operation, field } = this.findField(name);
    const type = getNamedType(field.type);
    this.asked.add(name);
    const given = field.args.filter((arg) => arg.name in variables);
    const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const isPage =
      field.args.some((arg) => arg.name === 'first') && !('first' in variables || 'last' in variables);
    // A short page of all that can be asked for costs what the API allows.
    const short = isPage ? ['first: 5'] : [];
    const passed = [...given.map((arg) => `${arg.name}: $${arg.name}`), ...short].join(', ');
    const document =
      `${operation}${declared && ` (${declared})`} ` +
      `{ result: ${name}${passed && `(${passed})`} ${this.select(type, depthOf(type))} }`;
    const headers: Record<string, string> =
      operation === 'mutation' && !UNKEYED.has(name) ? { 'idempotency-key': `key-${this.keys++}` } : {};
    // A client may sign in first, which is not what is asked.
    await client.token();
    this.heard.before?.();
    const { data, errors } =
      operation === 'subscription'
        ? await firstAnswer<{ result: Result }>(client, document, variables)
        : await client.tryAsk<{ result: Result }>(document, variables, headers);
    this.heard.after?.(name);
    if (!data || errors) throw new Error(`${name} failed: ${JSON.stringify(errors)}`);
    const { result } = data;
    if (this.isRefusal(result)) throw new Error(`${name} was refused: ${JSON.stringify(result)}`);
    return result;
  }

  /** All of the thing of that id; null when it is not there for this client. */
  async read<Thing = object>(client: TestClient, id: string): Promise<Thing | null> {
    this.asked.add('node');
    const find = `query ($id: ID!) { thing: node(id: $id) { __typename } }`;
    const found = await client.ask<{ thing: { __typename: string } | null }>(find, { id });
    const type = this.schema.getType(found.thing?.__typename ?? '');
    if (!type) return null;
    const all = `query ($id: ID!) { thing: node(id: $id) { ... on ${type.name} ${this.select(type, 2)} } }`;
    return (await client.ask<{ thing: Thing | null }>(all, { id })).thing;
  }

  /** The same of what must be there. */
  async get<Thing = object>(client: TestClient, id: string): Promise<Thing> {
    const thing = await this.read<Thing>(client, id);
    if (!thing) throw new Error('What is to be changed cannot be read.');
    return thing;
  }

  listRootFields(): string[] {
    const { schema } = this;
    const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    return types.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  }

  valuesOf(name: string): string[] {
    const type = this.schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  }

  private findField(name: string): { operation: string; field: Field } {
    const query = this.schema.getQueryType()?.getFields()[name];
    if (query) return { operation: 'query', field: query };
    const mutation = this.schema.getMutationType()?.getFields()[name];
    if (mutation) return { operation: 'mutation', field: mutation };
    const subscription = this.schema.getSubscriptionType()?.getFields()[name];
    if (subscription) return { operation: 'subscription', field: subscription };
    throw new Error(`There is no root field ${name}.`);
  }

  private isRefusal(result: unknown): boolean {
    if (typeof result !== 'object' || result === null || !('__typename' in result)) return false;
    return this.isRefusalType(this.schema.getType(String(result.__typename)));
  }

  private isRefusalType(type: GraphQLNamedType | undefined): boolean {
    return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
  }

  private select(type: GraphQLNamedType, depth: number, known: readonly string[] = []): string {
    if (isLeafType(type)) return '';
    // Beside a booking it is read as a whole elsewhere; many bookings with all of it would cost too much.
    if (type.name === 'Project' && depth === 0) return '{ __typename id title state }';
    const parts = ['__typename'];
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields()))
        if (!known.includes(field.name)) parts.push(this.selectField(type, field, depth));
    // What is any node is read through the fields that lead there by name.
    if (isInterfaceType(type) && type.name !== 'Node')
      for (const member of this.schema.getPossibleTypes(type))
        parts.push(`... on ${member.name} ${this.select(member, depth, Object.keys(type.getFields()))}`);
    if (isUnionType(type))
      for (const kind of this.kindsOf(type)) parts.push(`... on ${kind.name} ${this.select(kind, depth)}`);
    return `{ ${parts.join(' ')} }`;
  }

  /** The outcomes; those of one kind by what they share, or the document grows too long. */
  private kindsOf(union: GraphQLUnionType): Set<GraphQLNamedType> {
    const outcomes = union.getTypes().filter((member) => !this.isRefusalType(member));
    return new Set(
      outcomes.map((member) => member.getInterfaces().find(({ name }) => name !== 'Node') ?? member),
    );
  }

  private selectField(on: GraphQLNamedType, field: Field, depth: number): string {
    const type = getNamedType(field.type);
    if (!isLeafType(type) && depth === 0) return '';
    const args = field.args.filter(isRequiredArgument).map((arg) => {
      const value = VALUES[arg.name];
      if (value === undefined) throw new Error(`${field.name} needs a value for ${arg.name}.`);
      return `${arg.name}: ${value}`;
    });
    // Pages within pages are short ones: their cost is multiplied. Of things beside a thing, what they are is enough.
    if (args.length === 0 && field.args.some((arg) => arg.name === 'first')) args.push('first: 1');
    return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${this.select(type, type === on ? 0 : depth - 1)}`;
  }
}

/** As deep as the things themselves and what hangs on them; the API's own limits allow no more. */
function depthOf(type: GraphQLNamedType): number {
  if (type.name.endsWith('Connection')) return 3;
  // Two lists of bookings and all that hangs on them would cost too much.
  return ['CloseOfferResult', 'ConfirmSeriesResult'].includes(type.name) ? 1 : 2;
}
