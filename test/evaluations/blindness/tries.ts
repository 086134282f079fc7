import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';

/** By the type of what they are of: an act is tried on each of them. */
export type TriedIds = Readonly<Record<string, readonly string[]>>;

const JUDGED = /Evaluation|Nomination|Judg|ScoreSheet|Recognition/;
const OF_ARGUMENT: Readonly<Record<string, string>> = {
  judgeId: 'EvaluationJudge',
  networkId: 'Network',
  nominationId: 'Nomination',
  postId: 'Post',
  roundId: 'EvaluationRound',
};
const STALE = 999;
const LITERALS: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Date: '"2026-12-01"',
  DateTime: '"2026-12-01T00:00:00+08:00"',
  Decimal: '"7"',
  Int: '1',
  String: '"说明"',
};

/** Every mutation of evaluations, as the schema has it: wrongly, on what is not the actor’s, tried only, and in earnest. */
export class Tries {
  private readonly schema: GraphQLSchema;

  constructor(
    world: World,
    private readonly ids: TriedIds,
  ) {
    this.schema = world.api.app.get(GraphQLSchemaHost).schema;
  }

  get names(): string[] {
    return this.fields().map(({ name }) => name);
  }

  /** What each act answers. Those in earnest come last, and each is repeated by its key. */
  async tryAll(
    client: TestClient,
    version: number,
    earnest: readonly string[],
  ): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    const ask = async (label: string, document: string, key?: string): Promise<void> => {
      const { status, raw } = await client.askRaw(document, {}, key ? { 'idempotency-key': key } : {});
      if (/TOO_COMPLEX|_FAILED/.test(raw)) throw new Error(`${label} cannot be asked for: ${raw}`);
      told.set(label, `${status} ${raw}`);
    };
    for (const field of this.fields()) {
      for (const [at, document] of this.write(field, STALE).entries())
        await ask(`${field.name} ${at}`, document);
      if (field.args.every(({ name }) => name !== 'tryOnly')) continue;
      for (const [at, document] of this.write(field, version, 'tryOnly: true').entries())
        await ask(`${field.name} ${at} tried`, document);
    }
    for (const field of this.fields().filter(({ name }) => earnest.includes(name))) {
      for (const [at, document] of this.write(field, version).entries()) {
        const key = `${field.name}-${at}`;
        await ask(`${key} in earnest`, document, key);
        await ask(`${key} again`, document, key);
      }
    }
    return told;
  }

  private fields(): GraphQLField<unknown, unknown>[] {
    const all = Object.values(this.schema.getMutationType()?.getFields() ?? {});
    return all.filter(({ type }) => JUDGED.test(getNamedType(type).name));
  }

  /** One for each id that the first argument can be. */
  private write(field: GraphQLField<unknown, unknown>, version: number, more = ''): string[] {
    const [first] = field.args.filter(({ type }) => getNamedType(type).name === 'ID' && isNonNullType(type));
    const ids = first ? this.idsFor(first.name, first.description) : [''];
    return ids.map((id) => {
      const given = field.args.flatMap(({ name, type, description }) => {
        if (!isNonNullType(type)) return [];
        if (name === first?.name) return [`${name}: "${id}"`];
        return [`${name}: ${name === 'version' ? version : this.literal(name, type, description)}`];
      });
      const passed = [...given, ...(more ? [more] : [])].join(', ');
      return `mutation { ${field.name}(${passed}) ${this.selection(field)} }`;
    });
  }

  private idsFor(name: string, description?: string | null): readonly string[] {
    const said = /^The id of the (\w+)\./.exec(description ?? '')?.[1];
    return this.ids[said ?? OF_ARGUMENT[name] ?? ''] ?? this.ids['EvaluationRound'] ?? [];
  }

  private literal(name: string, type: GraphQLInputType, description?: string | null): string {
    if (isNonNullType(type)) return this.literal(name, type.ofType, description);
    if (isListType(type)) return `[${this.literal(name, type.ofType, description)}]`;
    if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${fields.map((field) => `${field.name}: ${this.literal(field.name, field.type, field.description)}`).join(', ')} }`;
    }
    return type.name === 'ID' ? `"${this.idsFor(name, description)[0]}"` : (LITERALS[type.name] ?? 'null');
  }

  /** All that the act leads to holds of itself, or why not. */
  private selection({ type }: GraphQLField<unknown, unknown>): string {
    const named = getNamedType(type);
    const [kind] = isUnionType(named) ? named.getTypes() : isObjectType(named) ? [named] : [];
    const leaves = Object.values(kind?.getFields() ?? {}).filter(
      (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
    );
    const refused = isUnionType(named) ? '... on Refusal { code message }' : '';
    return `{ __typename ${refused} ... on ${kind?.name} { ${leaves.map(({ name }) => name).join(' ')} } }`;
  }
}
