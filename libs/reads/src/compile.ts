import { idTypeOf, isNode } from '#graphql';
import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import type { AnyColumns, FieldRead, List, Reads } from './declare.js';
import { finishPage, pageSql, wishPage, type PageParts, type PageWish, type RawPage } from './page.js';
import { selectedOf, type Asked, type Selected } from './selection.js';
import { compact, Hole, join, quote, raw, Sql, sql, type Filling } from './sql.js';
import type { Table, Tables } from './tables.js';

/** All that is declared of one GraphQL type. */
export interface ReadType {
  readonly table: Table;
  readonly fields: Readonly<Record<string, FieldRead>>;
}

/** One request's arguments, and what its pages have become. */
export interface Reading extends Filling {
  readonly asked: Asked;
  readonly pages: Map<FieldNode, PageWish | Failed>;
}

/** A field that was asked for in a way that cannot be: it fails where it stands. */
export class Failed {
  constructor(readonly error: unknown) {}
}

/** PostgreSQL takes a hundred arguments. */
const MOST_PAIRS = 50;

/** Turns what is asked into SQL that answers it whole. One for each thing that is asked: it numbers its aliases. */
export class Compiler {
  /** Whether anything but columns of the row itself is asked for. */
  looksFurther = false;
  /** Whether all of it comes with the statement, and no resolver is asked. */
  isWhole = true;
  private aliases = 0;

  constructor(
    private readonly types: ReadonlyMap<string, ReadType>,
    private readonly tables: Tables,
    private readonly asked: Asked,
  ) {}

  /** The JSON of one row, which `alias` stands for. */
  object(type: GraphQLNamedType, nodes: readonly FieldNode[], alias: string): Sql {
    const read = this.readTypeOf(type.name);
    const concrete = this.concreteOf(type);
    const choices = new Map<string, { of: string[]; selected: Selected }[]>();
    for (const one of concrete) {
      for (const [key, selected] of selectedOf(this.asked, one, nodes)) {
        const known = choices.get(key) ?? [];
        const same = known.find((choice) => haveSameNodes(choice.selected, selected));
        if (same) same.of.push(one.name);
        else known.push({ of: [one.name], selected });
        choices.set(key, known);
      }
    }
    const pairs = new Map<string, Sql>();
    const needed = new Map<string, Sql>();
    if (isAbstractType(type)) pairs.set('__typename', read.table.typenameOf(alias));
    for (const [key, options] of choices) {
      const values = options.flatMap(({ of, selected }) => {
        const value = this.value(read, selected, alias, needed);
        return value ? [{ of, value }] : [];
      });
      const [only] = values;
      if (!only) continue;
      const isForAll = values.length === 1 && only.of.length === concrete.length;
      pairs.set(key, isForAll ? only.value : this.choose(read.table, values, alias));
    }
    // Whole, even where the client asks for it of one kind alone.
    for (const [property, value] of needed) pairs.set(property, value);
    this.mark(type, read.table, alias, pairs);
    return objectSql(pairs);
  }

  /** A page as the field asks for it, of which `nodes` select `edges`, `pageInfo` and `totalCount`. */
  page(
    list: List,
    connection: GraphQLNamedType,
    nodes: readonly FieldNode[],
  ): { alias: string; parts: PageParts } {
    this.looksFurther = true;
    const alias = this.newAlias();
    if (!isObjectType(connection)) throw new Error(`${list.name} is answered by no connection.`);
    const asked = selectedOf(this.asked, connection, nodes);
    const edges = asked.get('edges');
    const inEdge = edges ? this.beneath(edges) : null;
    const node = inEdge?.get('node');
    const info = asked.get('pageInfo');
    const inInfo = info ? this.beneath(info) : null;
    const cursors = inEdge?.has('cursor') || inInfo?.has('startCursor') || inInfo?.has('endCursor') || false;
    return {
      alias,
      parts: {
        node: node ? compact(this.object(getNamedType(node.field.type), node.nodes, alias)) : null,
        cursors,
        edges: Boolean(edges ?? info),
        total: asked.has('totalCount'),
      },
    };
  }

  newAlias(): string {
    return `t${++this.aliases}`;
  }

  tableOf({ entity }: Reads): Table {
    return this.tables.of(entity);
  }

  private beneath({ field, nodes }: Selected): Map<string, Selected> {
    const type = getNamedType(field.type);
    return isObjectType(type) ? selectedOf(this.asked, type, nodes) : new Map();
  }

  /** Null for what a resolver finds; what that needs is put in. */
  private value(read: ReadType, selected: Selected, alias: string, needed: Map<string, Sql>): Sql | null {
    const { name } = selected.field;
    const declared = read.fields[name];
    const row = read.table.columnsOf(alias);
    if (declared && declared.from !== 'resolver') {
      this.looksFurther = true;
      return this.further(declared, selected, row);
    }
    if (!declared && read.table.has(name)) return read.table.jsonOf(name, row);
    this.isWhole = false;
    const needs = declared?.needs === 'ALL' ? read.table.properties : ['id', ...(declared?.needs ?? [])];
    for (const property of needs) needed.set(property, read.table.jsonOf(property, row));
    return null;
  }

  private further(
    declared: Exclude<FieldRead, { from: 'resolver' }>,
    selected: Selected,
    row: AnyColumns,
  ): Sql {
    const { field, nodes } = selected;
    if (declared.from === 'sql') return declared.value(row);
    if (declared.from === 'page') {
      const { alias, parts } = this.page(declared.list, getNamedType(field.type), nodes);
      const wish = (args: object) => declared.wish(row, args);
      return sql`(${new NestedPage(declared.list, this.tableOf(declared.list.of), alias, parts, selected, wish)})`;
    }
    const alias = this.newAlias();
    const table = this.tableOf(declared.of);
    const other = table.columnsOf(alias);
    const object = this.object(getNamedType(field.type), nodes, alias);
    if (declared.from === 'row')
      return sql`(SELECT ${object} ${table.from(alias, [declared.where(other, row)])})`;
    const { where, orderBy } = declared.rows(other, row);
    const conditions = where.filter((one) => one instanceof Sql);
    const order = orderBy.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
    return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${join(order, ', ')}), '[]') ${table.from(alias, conditions)})`;
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
    private readonly alias: string,
    private readonly parts: PageParts,
    private readonly selected: Selected,
    private readonly wish: (args: object) => object,
  ) {
    super();
  }

  override fill({ asked, pages }: Reading): Sql {
    const { list, table, alias, parts, selected } = this;
    const [node] = selected.nodes;
    if (!node) throw new Error(`${list.name} is asked for by nobody.`);
    try {
      const args = getArgumentValues(selected.field, node, asked.variableValues);
      const wish = this.wish(args);
      const page = wishPage(list, table, wish, args);
      for (const one of selected.nodes) pages.set(one, page);
      return pageSql(list, { table, alias, wish }, page.request, parts);
    } catch (error) {
      for (const one of selected.nodes) pages.set(one, new Failed(error));
      return raw('NULL');
    }
  }
}

/** The value of a nested page, when its turn comes. */
export function takePage(value: unknown, page: PageWish | Failed | undefined): unknown {
  if (page instanceof Failed) throw page.error;
  if (!page || !value) throw new Error('This page was not read with its parent.');
  return finishPage(value as RawPage, page);
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
