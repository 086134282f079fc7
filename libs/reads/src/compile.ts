import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { jsonIf, NeedsResolver, promised } from './written-values.js';
import type { AnyColumns, FieldRead, Reads } from './declare.js';
import { Json, listJson } from './json.js';
import { NestedPage } from './nested-page.js';
import type { PageShape } from './page.js';
import type { ReadType } from './read-types.js';
import { selectedOf, type Asked, type KeyOf, type Selected } from './selection.js';
import { join, raw, Sql, sql } from './sql.js';
import type { Row, Table, Tables } from './tables.js';

/** Fields that are alike for some kinds of a thing. */
interface Choice {
  readonly of: string[];
  readonly selected: Selected;
}

/** What is asked of a thing that may be of several kinds. */
export interface Choices {
  readonly concrete: readonly GraphQLObjectType[];
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

/** Turns what is asked into SQL that answers it whole. One for each thing that is asked: it numbers its aliases. */
export abstract class Compiler {
  /** Whether anything but columns of the row itself is asked for. */
  looksFurther = false;
  /** Whether all of it comes with the statement, and no resolver is asked. */
  isWhole = true;
  /** Under which names values stand in what is answered. */
  protected abstract readonly keyOf: KeyOf;
  private aliases = 0;

  constructor(
    private readonly types: ReadonlyMap<string, ReadType>,
    private readonly tables: Tables,
    protected readonly asked: Asked,
  ) {}

  /** The JSON of one row. */
  object(type: GraphQLNamedType, nodes: readonly FieldNode[], row: Row): Json {
    const read = this.types.get(type.name);
    if (!read) throw new Error(`Nothing says how ${type.name} is read.`);
    return this.made(type, read, this.choicesOf(type, nodes), row);
  }

  /** The object of what is asked. */
  protected abstract made(type: GraphQLNamedType, read: ReadType, choices: Choices, row: Row): Json;

  /** A page as the field asks for it, of which `nodes` select `edges`, `pageInfo` and `totalCount`. */
  page(connection: GraphQLNamedType, nodes: readonly FieldNode[]): { row: Row; shape: PageShape } {
    this.looksFurther = true;
    const row = this.newRow();
    const asked = this.beneath(connection, nodes);
    const [edge, inEdge] = this.into(asked, 'edges');
    const [info, inInfo] = this.into(asked, 'pageInfo');
    const node = this.only(inEdge, 'node');
    return {
      row,
      shape: {
        connection: namesOf(asked),
        edge: namesOf(inEdge),
        info: namesOf(inInfo),
        node: node ? this.object(getNamedType(node.field.type), node.nodes, row).compact() : null,
        typenames: { connection: connection.name, edge, info },
      },
    };
  }

  newRow(): Row {
    return { alias: this.newAlias(), joins: [] };
  }

  protected newAlias(): string {
    return `t${++this.aliases}`;
  }

  protected beneath(type: GraphQLNamedType, nodes: readonly FieldNode[]): ReadonlyMap<string, Selected> {
    return isObjectType(type) ? selectedOf(this.asked, type, nodes, this.keyOf) : new Map<string, Selected>();
  }

  protected further(
    declared: Exclude<FieldRead, { from: 'resolver' }>,
    selected: Selected,
    columns: AnyColumns,
    row: Row,
  ): Json | Sql {
    this.looksFurther = true;
    if (declared.from === 'sql') return declared.value(columns);
    if (declared.from === 'row') return this.other(declared, selected, columns, row);
    const { field, nodes } = selected;
    if (declared.from === 'page') {
      const page = this.page(getNamedType(field.type), nodes);
      const wish = (args: object) => declared.wish(columns, args);
      return new Json([
        sql`${new NestedPage(declared.list, this.tableOf(declared.list.of), page, selected, wish)}`,
      ]);
    }
    const table = this.tableOf(declared.of);
    const each = this.newRow();
    const object = this.object(getNamedType(field.type), nodes, each);
    const { where, orderBy } = declared.rows(table.columnsOf(each.alias), columns);
    const conditions = where.filter((one) => one instanceof Sql);
    const order = orderBy.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
    const list = listJson(object, join(order, ', '));
    return new Json([sql`(SELECT ${list.text} ${table.from(each, conditions)})`]);
  }

  /** One row beside this one: joined where there is one at most, which spares a plan for each row. */
  private other(
    { of, where, isById }: Extract<FieldRead, { from: 'row' }>,
    { field, nodes }: Selected,
    columns: AnyColumns,
    row: Row,
  ): Json {
    const table = this.tableOf(of);
    const other = this.newRow();
    const object = this.object(getNamedType(field.type), nodes, other);
    const theirs = table.columnsOf(other.alias);
    const condition = where(theirs, columns);
    if (!isById)
      return promised(field, new Json([sql`(SELECT ${object.text} ${table.from(other, [condition])})`]));
    row.joins.push(table.joinedTo(other.alias, condition), ...other.joins);
    return jsonIf(sql`${theirs['id']} IS NOT NULL`, object, field);
  }

  private choicesOf(type: GraphQLNamedType, nodes: readonly FieldNode[]): Choices {
    const concrete = this.concreteOf(type);
    const choices = new Map<string, Choice[]>();
    for (const one of concrete) {
      for (const [key, selected] of this.beneath(one, nodes)) {
        const known = choices.get(key) ?? [];
        const same = known.find((choice) => haveSameNodes(choice.selected, selected));
        if (same) same.of.push(one.name);
        else known.push({ of: [one.name], selected });
        choices.set(key, known);
      }
    }
    return { concrete, choices };
  }

  private concreteOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.asked.schema.getPossibleTypes(type);
    if (isObjectType(type)) return [type];
    throw new Error(`${type.name} has no fields.`);
  }

  /** The name of the field's type, and what is asked of it. */
  private into(asked: ReadonlyMap<string, Selected>, name: string): [string, ReadonlyMap<string, Selected>] {
    const one = this.only(asked, name);
    if (!one) return ['', new Map<string, Selected>()];
    const type = getNamedType(one.field.type);
    return [type.name, this.beneath(type, one.nodes)];
  }

  /** The field by this name; one asked for under two names is left to GraphQL. */
  private only(asked: ReadonlyMap<string, Selected>, name: string): Selected | null {
    const [one, other] = [...asked.values()].filter(({ field }) => field.name === name);
    if (other) throw new NeedsResolver(name);
    return one ?? null;
  }

  private tableOf({ entity }: Reads): Table {
    return this.tables.of(entity);
  }
}

function namesOf(asked: ReadonlyMap<string, Selected>): Map<string, string> {
  return new Map([...asked].map(([key, { field }]): [string, string] => [key, field.name]));
}

function haveSameNodes(one: Selected, other: Selected): boolean {
  return one.nodes.length === other.nodes.length && one.nodes.every((node, at) => node === other.nodes[at]);
}
