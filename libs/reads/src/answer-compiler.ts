import {
  getNamedType,
  isObjectType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import {
  jsonLeafJson,
  leafJson,
  NeedsResolver,
  ofKindsJson,
  promised,
  storedJson,
} from './written-values.js';
import { Compiler, type Choices } from './compile.js';
import { Json, objectJson } from './json.js';
import type { ReadType } from './read-types.js';
import { answerKeyOf, type Selected } from './selection.js';
import { quote, sql, type Sql } from './sql.js';
import type { Row } from './tables.js';

/** Answers as the client reads them; throws NeedsResolver for what is not known here. */
export class AnswerCompiler extends Compiler {
  protected readonly keyOf = answerKeyOf;

  protected override made(
    _type: GraphQLNamedType,
    read: ReadType,
    { choices, concrete }: Choices,
    row: Row,
  ): Json {
    const common = new Map<string, Json>();
    const own = new Map<GraphQLObjectType, Map<string, Json>>();
    for (const [key, options] of choices) {
      for (const { of, selected } of options) {
        const kinds = concrete.filter(({ name }) => of.includes(name));
        const [first] = kinds;
        if (first && kinds.length === concrete.length)
          common.set(key, this.field(first, read, selected, row));
        else
          for (const kind of kinds) {
            const pairs = own.get(kind) ?? new Map<string, Json>();
            own.set(kind, pairs.set(key, this.field(kind, read, selected, row)));
          }
      }
    }
    const kinds = [...own].map(([{ name }, pairs]) => ({
      is: read.table.isOf([name], row.alias),
      own: pairs,
    }));
    return kinds.length > 0 ? ofKindsJson(common, kinds) : objectJson(common);
  }

  private field(type: GraphQLObjectType, read: ReadType, selected: Selected, row: Row): Json {
    const { field, nodes } = selected;
    const { table } = read;
    if (field === TypeNameMetaFieldDef)
      return table.kindNames.length > 0 ? Json.value(table.typenameOf(row.alias)) : Json.of(type.name);
    const declared = read.fields[field.name];
    const columns = table.columnsOf(row.alias);
    const isLeaf = !isObjectType(getNamedType(field.type));
    if (declared?.from === 'resolver') throw new NeedsResolver(`${type.name}.${field.name}`);
    if (declared) {
      const value = this.further(declared, selected, columns, row);
      if (value instanceof Json) return value;
      return isLeaf ? promised(field, leafJson(type, field, value)) : this.stored(field, nodes, value);
    }
    if (!table.has(field.name)) throw new NeedsResolver(`${type.name}.${field.name}`);
    const column = table.jsonOf(field.name, columns);
    if (!isLeaf) return this.stored(field, nodes, column);
    const value = leafJson(type, field, column);
    return table.mayBeNull(field.name) ? promised(field, value) : value;
  }

  /** Objects that no table holds but JSON. */
  private stored(field: Selected['field'], nodes: readonly FieldNode[], value: Sql): Json {
    const type = getNamedType(field.type);
    const asked = this.beneath(type, nodes);
    return storedJson(field, value, this.newAlias(), (one) => {
      const pairs = [...asked].map(([key, selected]): [string, Json] => [
        key,
        this.storedField(type, selected, one),
      ]);
      return objectJson(new Map(pairs));
    });
  }

  private storedField(on: GraphQLNamedType, { field, nodes }: Selected, one: Sql): Json {
    if (field === TypeNameMetaFieldDef) return Json.of(on.name);
    if (!isObjectType(on) || field.resolve) throw new NeedsResolver(`${on.name}.${field.name}`);
    if (isObjectType(getNamedType(field.type)))
      return this.stored(field, nodes, sql`(${one} -> ${quote(field.name)})`);
    return promised(field, jsonLeafJson(on, field, one));
  }
}
