import { idTypeOf, isNode } from '#graphql';
import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { jsonLeafSql, leafSql, NeedsResolver, objectIf, ofKindsSql, promised, storedSql } from './answer.js';
import type { AnyColumns, FieldRead, List, Reads } from './declare.js';
import { pageSql, wishPage, type PageShape } from './page.js';
import { answerKeyOf, rowKeyOf, selectedOf, type Asked, type KeyOf, type Selected } from './selection.js';
import { compact, Hole, join, quote, raw, Sql, sql, type Filling } from './sql.js';
import type { Table, Tables } from './tables.js';

/** All that is declared of one GraphQL type. */
export interface ReadType {
  readonly table: Table;
  readonly fields: Readonly<Record<string, FieldRead>>;
}

/** One request's arguments, and what went wrong with those of its pages. */
export interface Reading extends Filling {
  readonly asked: Asked;
  readonly failed: Map<FieldNode, Failed>;
}

/** A field that was asked for in a way that cannot be: it fails where it stands. */
export class Failed {
  constructor(readonly error: unknown) {}
}

/** `ROW`: properties that GraphQL walks over. `ANSWER`: what the client reads, which nobody looks at again. */
export type Form = 'ROW' | 'ANSWER';

/** PostgreSQL takes a hundred arguments. */
const MOST_PAIRS = 50;

/** Fields that are alike for some kinds of a thing. */
interface Choice {
  readonly of: string[];
  readonly selected: Selected;
}

/** The row that an object is made of, and the rows beside it that its fields are taken from. */
export interface Row {
  readonly alias: string;
  readonly joins: Sql[];
}

/** Turns what is asked into SQL that answers it whole. One for each thing that is asked: it numbers its aliases. */
export class Compiler {
  /** Whether anything but columns of the row itself is asked for. */
  looksFurther = false;
  /** Whether all of it comes with the statement, and no resolver is asked. */
  isWhole = true;
  private aliases = 0;
  private readonly keyOf: KeyOf;

  constructor(
    private readonly types: ReadonlyMap<string, ReadType>,
    private readonly tables: Tables,
    private readonly asked: Asked,
    private readonly form: Form,
  ) {
    this.keyOf = form === 'ROW' ? rowKeyOf : answerKeyOf;
  }

  /** The JSON of one row. */
  object(type: GraphQLNamedType, nodes: readonly FieldNode[], row: Row): Sql {
    const read = this.readTypeOf(type.name);
    const concrete = this.concreteOf(type);
    const choices = this.choicesOf(concrete, nodes);
    return this.form === 'ROW'
      ? this.rowObject(type, read, { choices, all: concrete.length }, row)
      : this.answerObject(concrete, read, choices, row);
  }

  /** A page as the field asks for it, of which `nodes` select `edges`, `pageInfo` and `totalCount`. */
  page(connection: GraphQLNamedType, nodes: readonly FieldNode[]): { row: Row; shape: PageShape } {
    this.looksFurther = true;
    const row = this.newRow();
    const asked = this.beneath({ type: connection, nodes });
    const edges = this.only(asked, 'edges');
    const info = this.only(asked, 'pageInfo');
    const inEdge = edges ? this.beneath({ type: getNamedType(edges.field.type), nodes: edges.nodes }) : null;
    const inInfo = info ? this.beneath({ type: getNamedType(info.field.type), nodes: info.nodes }) : null;
    const node = inEdge ? this.only(inEdge, 'node') : null;
    const typeOf = (one: Selected | null): string => (one ? getNamedType(one.field.type).name : '');
    return {
      row,
      shape: {
        connection: this.namesOf(asked),
        edge: this.namesOf(inEdge),
        info: this.namesOf(inInfo),
        node: node ? compact(this.object(getNamedType(node.field.type), node.nodes, row)) : null,
        typenames: { connection: connection.name, edge: typeOf(edges), info: typeOf(info) },
      },
    };
  }

  newRow(): Row {
    return { alias: this.newAlias(), joins: [] };
  }

  private newAlias(): string {
    return `t${++this.aliases}`;
  }

  tableOf({ entity }: Reads): Table {
    return this.tables.of(entity);
  }

  private choicesOf(
    concrete: readonly GraphQLObjectType[],
    nodes: readonly FieldNode[],
  ): Map<string, Choice[]> {
    const choices = new Map<string, Choice[]>();
    for (const one of concrete) {
      for (const [key, selected] of selectedOf(this.asked, one, nodes, this.keyOf)) {
        const known = choices.get(key) ?? [];
        const same = known.find((choice) => haveSameNodes(choice.selected, selected));
        if (same) same.of.push(one.name);
        else known.push({ of: [one.name], selected });
        choices.set(key, known);
      }
    }
    return choices;
  }

  private rowObject(
    type: GraphQLNamedType,
    read: ReadType,
    { choices, all }: { choices: ReadonlyMap<string, Choice[]>; all: number },
    row: Row,
  ): Sql {
    const pairs = new Map<string, Sql>();
    const needed = new Map<string, Sql>();
    if (isAbstractType(type)) pairs.set('__typename', read.table.typenameOf(row.alias));
    for (const [key, options] of choices) {
      const values = options.flatMap(({ of, selected }) => {
        const value = this.value(read, selected, row, needed);
        return value ? [{ of, value }] : [];
      });
      const [only] = values;
      if (!only) continue;
      const isForAll = values.length === 1 && only.of.length === all;
      pairs.set(key, isForAll ? only.value : this.choose(read.table, values, row.alias));
    }
    // Whole, even where the client asks for it of one kind alone.
    for (const [property, value] of needed) pairs.set(property, value);
    this.mark(type, read.table, row.alias, pairs);
    return objectSql(pairs);
  }

  private answerObject(
    concrete: readonly GraphQLObjectType[],
    read: ReadType,
    choices: ReadonlyMap<string, Choice[]>,
    row: Row,
  ): Sql {
    const common = new Map<string, Sql>();
    const own = new Map<GraphQLObjectType, Map<string, Sql>>();
    for (const [key, options] of choices) {
      for (const { of, selected } of options) {
        const [first] = concrete;
        if (first && of.length === concrete.length) common.set(key, this.written(first, read, selected, row));
        else
          for (const kind of concrete.filter(({ name }) => of.includes(name))) {
            const pairs = own.get(kind) ?? new Map<string, Sql>();
            own.set(kind, pairs.set(key, this.written(kind, read, selected, row)));
          }
      }
    }
    const kinds = [...own].map(([{ name }, pairs]) => ({
      is: read.table.isOf([name], row.alias),
      object: objectSql(pairs),
    }));
    if (kinds.length === 0) return objectSql(common);
    return ofKindsSql(objectSql(common), kinds);
  }

  /** A field as the client reads it; throws NeedsResolver where that is not known here. */
  private written(type: GraphQLObjectType, read: ReadType, selected: Selected, row: Row): Sql {
    const { field, nodes } = selected;
    if (field === TypeNameMetaFieldDef) return read.table.kindNames.length > 0 ? read.table.typenameOf(row.alias) : quote(type.name);
    const declared = read.fields[field.name];
    const columns = read.table.columnsOf(row.alias);
    if (declared?.from === 'resolver' || (!declared && !read.table.has(field.name)))
      throw new NeedsResolver(`${type.name}.${field.name}`);
    if (!declared && !isObjectType(getNamedType(field.type))) {
      const value = leafSql(type, field, read.table.jsonOf(field.name, columns));
      return read.table.mayBeNull(field.name) ? promised(field, value) : value;
    }
    const value = declared ? this.further(declared, selected, columns, row) : read.table.jsonOf(field.name, columns);
    if (declared && declared.from !== 'sql') return value;
    if (!isObjectType(getNamedType(field.type))) return promised(field, leafSql(type, field, value));
    return this.stored(field, nodes, value);
  }

  /** Objects that no table holds but JSON. */
  private stored(field: Selected['field'], nodes: readonly FieldNode[], value: Sql): Sql {
    const type = getNamedType(field.type);
    const asked = this.beneath({ type, nodes });
    return storedSql(field, value, this.newAlias(), (one) => {
      const pairs = [...asked].map(([key, selected]): [string, Sql] => [
        key,
        this.storedField(type, selected, one),
      ]);
      return objectSql(new Map(pairs));
    });
  }

  private storedField(on: GraphQLNamedType, { field, nodes }: Selected, one: Sql): Sql {
    if (field === TypeNameMetaFieldDef) return quote(on.name);
    if (!isObjectType(on) || field.resolve) throw new NeedsResolver(`${on.name}.${field.name}`);
    if (isObjectType(getNamedType(field.type)))
      return this.stored(field, nodes, sql`(${one} -> ${quote(field.name)})`);
    return promised(field, jsonLeafSql(on, field, one));
  }

  private beneath({ type, nodes }: { type: GraphQLNamedType; nodes: readonly FieldNode[] }): Map<string, Selected> {
    return isObjectType(type) ? selectedOf(this.asked, type, nodes, this.keyOf) : new Map();
  }

  private namesOf(asked: ReadonlyMap<string, Selected> | null): Map<string, string> {
    const names = [...(asked ?? [])].map(([key, { field }]): [string, string] => [key, field.name]);
    return new Map(names.filter(([, name]) => this.form === 'ANSWER' || name !== TypeNameMetaFieldDef.name));
  }

  /** The field by this name; one asked for under two names is left to GraphQL. */
  private only(asked: ReadonlyMap<string, Selected>, name: string): Selected | null {
    const [one, other] = [...asked.values()].filter(({ field }) => field.name === name);
    if (other) throw new NeedsResolver(name);
    return one ?? null;
  }

  /** Null for what a resolver finds; what that needs is put in. */
  private value(read: ReadType, selected: Selected, row: Row, needed: Map<string, Sql>): Sql | null {
    const { name } = selected.field;
    if (name === TypeNameMetaFieldDef.name) return null;
    const declared = read.fields[name];
    const columns = read.table.columnsOf(row.alias);
    if (declared && declared.from !== 'resolver') return this.further(declared, selected, columns, row);
    if (!declared && read.table.has(name)) return read.table.jsonOf(name, columns);
    this.isWhole = false;
    const needs = declared?.needs === 'ALL' ? read.table.properties : ['id', ...(declared?.needs ?? [])];
    for (const property of needs) needed.set(property, read.table.jsonOf(property, columns));
    return null;
  }

  private further(
    declared: Exclude<FieldRead, { from: 'resolver' }>,
    selected: Selected,
    columns: AnyColumns,
    row: Row,
  ): Sql {
    this.looksFurther = true;
    if (declared.from === 'sql') return declared.value(columns);
    if (declared.from === 'row') return this.other(declared, selected, columns, row);
    const { field, nodes } = selected;
    if (declared.from === 'page') {
      const page = this.page(getNamedType(field.type), nodes);
      const wish = (args: object) => declared.wish(columns, args);
      return sql`${new NestedPage(declared.list, this.tableOf(declared.list.of), page, selected, wish)}`;
    }
    const table = this.tableOf(declared.of);
    const each = this.newRow();
    const object = this.object(getNamedType(field.type), nodes, each);
    const { where, orderBy } = declared.rows(table.columnsOf(each.alias), columns);
    const conditions = where.filter((one) => one instanceof Sql);
    const order = orderBy.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
    return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${join(order, ', ')}), '[]') ${table.from(each, conditions)})`;
  }

  /** One row beside this one: joined where there is one at most, which spares a plan for each row. */
  private other(
    { of, where, isById }: Extract<FieldRead, { from: 'row' }>,
    { field, nodes }: Selected,
    columns: AnyColumns,
    row: Row,
  ): Sql {
    const table = this.tableOf(of);
    const other = this.newRow();
    const object = this.object(getNamedType(field.type), nodes, other);
    const theirs = table.columnsOf(other.alias);
    const condition = where(theirs, columns);
    if (!isById) return promised(field, sql`(SELECT ${object} ${table.from(other, [condition])})`);
    row.joins.push(table.joinedTo(other.alias, condition), ...other.joins);
    return objectIf(sql`${theirs['id']} IS NOT NULL`, object, field);
  }

  /** A field that is asked for in several ways, by the kind of the thing. */
  private choose(table: Table, values: readonly { of: string[]; value: Sql }[], alias: string): Sql {
    const cases = values.map(({ of, value }) => sql`WHEN ${table.isOf(of, alias)} THEN ${value}`);
    return sql`CASE ${join(cases, ' ')} END`;
  }

  /** An act that may be repeated by its key must know what its answer tells of. */
  private mark(type: GraphQLNamedType, table: Table, alias: string, pairs: Map<string, Sql>): void {
    if (this.asked.operation.operation === OperationTypeNode.QUERY) return;
    if (!(isObjectType(type) || isInterfaceType(type)) || !isNode(type)) return;
    pairs.set('id', table.jsonOf('id', table.columnsOf(alias)));
    pairs.set('$shown', quote(idTypeOf(type)));
  }

  private concreteOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.asked.schema.getPossibleTypes(type);
    if (isObjectType(type)) return [type];
    throw new Error(`${type.name} has no fields.`);
  }

  private readTypeOf(name: string): ReadType {
    const read = this.types.get(name);
    if (!read) throw new Error(`Nothing says how ${name} is read.`);
    return read;
  }
}

/** A page beneath a row: which one, its arguments say when the request comes. */
class NestedPage extends Hole {
  constructor(
    private readonly list: List,
    private readonly table: Table,
    private readonly page: { readonly row: Row; readonly shape: PageShape },
    private readonly selected: Selected,
    private readonly wish: (args: object) => object,
  ) {
    super();
  }

  override fill({ asked, failed }: Reading): Sql {
    const { list, table, page, selected } = this;
    const [node] = selected.nodes;
    if (!node) throw new Error(`${list.name} is asked for by nobody.`);
    try {
      const args = getArgumentValues(selected.field, node, asked.variableValues);
      const wish = this.wish(args);
      return pageSql({ list, table, row: page.row, wish, ...wishPage(list, table, wish, args) }, page.shape);
    } catch (error) {
      for (const one of selected.nodes) failed.set(one, new Failed(error));
      return raw('NULL');
    }
  }
}

function haveSameNodes(one: Selected, other: Selected): boolean {
  return one.nodes.length === other.nodes.length && one.nodes.every((node, at) => node === other.nodes[at]);
}

function objectSql(pairs: ReadonlyMap<string, Sql>): Sql {
  const written = [...pairs].map(([key, value]) => sql`${quote(key)}, ${value}`);
  if (written.length <= MOST_PAIRS) return sql`json_build_object(${join(written, ', ')})`;
  const parts: Sql[] = [];
  for (let at = 0; at < written.length; at += MOST_PAIRS)
    parts.push(sql`jsonb_build_object(${join(written.slice(at, at + MOST_PAIRS), ', ')})`);
  return sql`(${join(parts, ' || ')})::json`;
}
