import {
  getNamedType,
  isObjectType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { jsonLeafSql, leafSql, NeedsResolver, ofKindsSql, promised, storedSql } from './answer.js';
import { Compiler, type Choices } from './compile.js';
import type { ReadType } from './read-types.js';
import { answerKeyOf, type Selected } from './selection.js';
import { objectSql, quote, sql, type Sql } from './sql.js';
import type { Row } from './tables.js';

/** Answers as the client reads them; throws NeedsResolver for what is not known here. */
export class AnswerCompiler extends Compiler {
  protected readonly keyOf = answerKeyOf;

  protected override made(
    _type: GraphQLNamedType,
    read: ReadType,
    { choices, concrete }: Choices,
    row: Row,
  ): Sql {
    const common = new Map<string, Sql>();
    const own = new Map<GraphQLObjectType, Map<string, Sql>>();
    for (const [key, options] of choices) {
      for (const { of, selected } of options) {
        const kinds = concrete.filter(({ name }) => of.includes(name));
        const [first] = kinds;
        if (first && kinds.length === concrete.length)
          common.set(key, this.field(first, read, selected, row));
        else
          for (const kind of kinds) {
            const pairs = own.get(kind) ?? new Map<string, Sql>();
            own.set(kind, pairs.set(key, this.field(kind, read, selected, row)));
          }
      }
    }
    const kinds = [...own].map(([{ name }, pairs]) => ({
      is: read.table.isOf([name], row.alias),
      object: objectSql(pairs),
    }));
    return kinds.length > 0 ? ofKindsSql(common, kinds) : objectSql(common);
  }

  private field(type: GraphQLObjectType, read: ReadType, selected: Selected, row: Row): Sql {
    const { field, nodes } = selected;
    if (field === TypeNameMetaFieldDef)
      return read.table.kindNames.length > 0 ? read.table.typenameOf(row.alias) : quote(type.name);
    const declared = read.fields[field.name];
    const columns = read.table.columnsOf(row.alias);
    const isLeaf = !isObjectType(getNamedType(field.type));
    if (declared?.from === 'resolver') throw new NeedsResolver(`${type.name}.${field.name}`);
    if (declared) {
      const value = this.further(declared, selected, columns, row);
      if (declared.from !== 'sql') return value;
      return isLeaf ? promised(field, leafSql(type, field, value)) : this.stored(field, nodes, value);
    }
    if (!read.table.has(field.name)) throw new NeedsResolver(`${type.name}.${field.name}`);
    const column = read.table.jsonOf(field.name, columns);
    if (!isLeaf) return this.stored(field, nodes, column);
    const value = leafSql(type, field, column);
    return read.table.mayBeNull(field.name) ? promised(field, value) : value;
  }

  /** Objects that no table holds but JSON. */
  private stored(field: Selected['field'], nodes: readonly FieldNode[], value: Sql): Sql {
    const type = getNamedType(field.type);
    const asked = this.beneath(type, nodes);
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
}
