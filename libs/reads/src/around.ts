import { currentLanguage, Written, type Words } from '#graphql';
import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  print,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { NeedsResolver } from './written-values.js';
import type { Compiler } from './compile.js';
import type { ReadType } from './read-types.js';
import { answerKeyOf, selectedOf, type Asked, type Selected } from './selection.js';
import { raw, sql, type Sql } from './sql.js';
import type { Row } from './tables.js';

/** What a statement of one's own selects and joins, so that its rows stand in the answer as the client reads them. */
export interface RowAround {
  /** JSON, one for each place in the answer; the very same where the same is asked. */
  readonly objects: readonly Sql[];
  readonly joins: readonly Sql[];
}

/** Where rows of a statement of one's own stand in what a field answers. */
export interface Around {
  /** What the statement calls them. */
  readonly alias: string;
  /** The fields that lead there, for each place. */
  readonly places: readonly (readonly string[])[];
}

/** What such a statement has answered, and how the answer is written around its rows. */
export interface AskedAround<Answer> {
  readonly answer: Answer;
  readonly write: (value: object) => Written;
}

type Write = (value: unknown) => unknown;
type Field = GraphQLField<unknown, unknown>;

/** Answers that JavaScript makes around rows which the database has written: made once for a document. */
export class AroundRows {
  constructor(
    private readonly asked: Asked,
    private readonly types: ReadonlyMap<string, ReadType>,
  ) {}

  /** What is asked of the rows at each place; throws NeedsResolver where it cannot be written. */
  rows(compiler: Compiler, root: GraphQLNamedType, nodes: readonly FieldNode[], around: Around): RowAround {
    const row: Row = { alias: around.alias, joins: [] };
    const known = new Map<string, Sql>();
    const objects = around.places.map((place) => {
      const at = this.find(root, nodes, place);
      if (!at) return raw('NULL');
      const key = at.nodes.map(({ selectionSet }) => selectionSet && print(selectionSet)).join();
      const object =
        known.get(key) ??
        sql`(${compiler.object(getNamedType(at.field.type), at.nodes, row).compact().text})::json`;
      known.set(key, object);
      return object;
    });
    return { objects, joins: row.joins };
  }

  /** Brings a value into the form that the client reads; rows are in it already. */
  writerOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isNonNullType(type)) {
      const write = this.writerOf(type.ofType, nodes);
      return (value) => expectThere(write(value), type);
    }
    const write = this.nullableWriterOf(type, nodes);
    return (value) => (value === null || value === undefined ? null : write(value));
  }

  private nullableWriterOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isListType(type)) {
      const write = this.writerOf(type.ofType, nodes);
      return (value) => (value as unknown[]).map(write);
    }
    if (isLeafType(type)) return (value) => type.serialize(value);
    if (this.types.has(getNamedType(type).name)) return (value) => value;
    if (!isObjectType(type)) throw new NeedsResolver(String(type));
    const fields = [...selectedOf(this.asked, type, nodes, answerKeyOf)].map(
      ([key, selected]): [string, Write] => [key, this.fieldWriterOf(type, selected)],
    );
    return (value) => Object.fromEntries(fields.map(([key, write]) => [key, write(value)]));
  }

  private fieldWriterOf({ name: typename }: GraphQLNamedType, { field, nodes }: Selected): Write {
    if (field === TypeNameMetaFieldDef) return () => typename;
    if (field.resolve && !field.extensions.spoken && !this.isRow(field))
      throw new NeedsResolver(`${typename}.${field.name}`);
    const write = this.writerOf(field.type, nodes);
    if (!field.extensions.spoken) return (value) => write(Reflect.get(value as object, field.name));
    return (value) => write((Reflect.get(value as object, field.name) as Words)[currentLanguage()]);
  }

  private isRow({ type }: Field): boolean {
    return this.types.has(getNamedType(type).name);
  }

  /** Null where it is not asked; under two names it is left to GraphQL. */
  private find(
    root: GraphQLNamedType,
    nodes: readonly FieldNode[],
    [name, ...further]: readonly string[],
  ): Selected | null {
    if (!isObjectType(root)) throw new NeedsResolver(root.name);
    const selected = selectedOf(this.asked, root, nodes, answerKeyOf);
    const [one, other] = [...selected.values()].filter(({ field }) => field.name === name);
    if (other) throw new NeedsResolver(`${root.name}.${name}`);
    if (!one || further.length === 0) return one ?? null;
    return this.find(getNamedType(one.field.type), one.nodes, further);
  }
}

function expectThere(value: unknown, type: GraphQLOutputType): unknown {
  if (value === null) throw new Error(`There is no ${String(type)} where the schema promises one.`);
  return value;
}
