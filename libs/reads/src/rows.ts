import { idTypeOf, isNode } from '#graphql';
import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type GraphQLNamedType,
} from 'graphql';
import { Compiler, type Choices } from './compile.js';
import { caseJson, Json, objectJson } from './json.js';
import type { ReadType } from './read-types.js';
import { rowKeyOf, type Selected } from './selection.js';
import type { Row, Table } from './tables.js';

/** Rows that GraphQL walks over, with what resolvers need of them. */
export class RowCompiler extends Compiler {
  protected readonly keyOf = rowKeyOf;

  protected override made(
    type: GraphQLNamedType,
    read: ReadType,
    { choices, concrete }: Choices,
    row: Row,
  ): Json {
    const pairs = new Map<string, Json>();
    const needed = new Map<string, Json>();
    if (isAbstractType(type)) pairs.set('__typename', Json.value(read.table.typenameOf(row.alias)));
    for (const [key, options] of choices) {
      const values = options.flatMap(({ of, selected }) => {
        const value = this.value(read, selected, row, needed);
        return value ? [{ of, value }] : [];
      });
      const [only] = values;
      if (!only) continue;
      const isForAll = values.length === 1 && only.of.length === concrete.length;
      pairs.set(key, isForAll ? only.value : choose(read.table, values, row.alias));
    }
    // Whole, even where the client asks for it of one kind alone.
    for (const [property, value] of needed) pairs.set(property, value);
    this.mark(type, read.table, row.alias, pairs);
    return objectJson(pairs);
  }

  /** Null for what a resolver finds; what that needs is put in. */
  private value(read: ReadType, selected: Selected, row: Row, needed: Map<string, Json>): Json | null {
    const { name } = selected.field;
    if (name === TypeNameMetaFieldDef.name) return null;
    const declared = read.fields[name];
    const columns = read.table.columnsOf(row.alias);
    if (declared && declared.from !== 'resolver') {
      const value = this.further(declared, selected, columns, row);
      return value instanceof Json ? value : Json.value(value);
    }
    if (!declared && read.table.has(name)) return Json.value(read.table.jsonOf(name, columns));
    this.isWhole = false;
    const needs = declared?.needs === 'ALL' ? read.table.properties : ['id', ...(declared?.needs ?? [])];
    for (const property of needs) needed.set(property, Json.value(read.table.jsonOf(property, columns)));
    return null;
  }

  /** An act that may be repeated by its key must know what its answer tells of. */
  private mark(type: GraphQLNamedType, table: Table, alias: string, pairs: Map<string, Json>): void {
    if (this.asked.operation.operation === OperationTypeNode.QUERY) return;
    if (!(isObjectType(type) || isInterfaceType(type)) || !isNode(type)) return;
    pairs.set('id', Json.value(table.jsonOf('id', table.columnsOf(alias))));
    pairs.set('$shown', Json.of(idTypeOf(type)));
  }
}

/** A field that is asked for in several ways, by the kind of the thing. */
function choose(table: Table, values: readonly { of: string[]; value: Json }[], alias: string): Json {
  return caseJson(values.map(({ of, value }) => [table.isOf(of, alias), value]));
}
