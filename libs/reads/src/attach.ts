import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { ReadType } from './compile.js';
import { rowKeyOf } from './selection.js';
import type { ReadContext, Reader } from './reader.js';

type Field = GraphQLField<unknown, ReadContext>;

const PAGING = /(Connection|Edge)$|^PageInfo$/;

/** Nest gives every field a function that reads the property of its name, which GraphQL does by itself, and faster. */
const PROPERTY_READER = 'rootFieldResolver';

/** Joins the schema with what is declared: fields of rows are plain properties, and what a resolver finds is completed. */
export function attachReads(schema: GraphQLSchema, reader: Reader): void {
  markRootFields(schema, reader);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    const isPaging = PAGING.test(type.name);
    const read = reader.types.get(type.name);
    for (const field of Object.values(type.getFields()) as Field[]) {
      if (field.resolve?.name === PROPERTY_READER) delete field.resolve;
      if (isPaging || (read && isInRow(type, field, read))) readWithRow(field, read, reader);
      else {
        if (read) giveEntity(field, read);
        if (mayBeRow(schema, field.type, reader)) completeLater(field, reader);
      }
    }
  }
}

/** What is answered by one statement can go out as the database writes it. */
function markRootFields(schema: GraphQLSchema, { types }: Reader): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { name } = getNamedType(field.type);
    if (types.has(name) || PAGING.test(name)) field.extensions = { ...field.extensions, written: true };
  }
}

/** Whether it comes with its row, and no resolver is asked. */
function isInRow(type: GraphQLObjectType, { name }: Field, { table, fields }: ReadType): boolean {
  const declared = fields[name];
  if (declared) return declared.from !== 'resolver';
  if (table.has(name)) return true;
  throw new Error(`Nothing says where ${type.name}.${name} comes from: it is no column and not declared.`);
}

function giveEntity(field: Field, { table, fields }: ReadType): void {
  const [declared, { resolve }] = [fields[field.name], field];
  if (!resolve || declared?.from !== 'resolver' || declared.needs !== 'ALL') return;
  field.resolve = (row, args, context, info) => resolve(table.entityOf(row as object), args, context, info);
}

function readWithRow(field: Field, read: ReadType | undefined, reader: Reader): void {
  delete field.resolve;
  if (read?.fields[field.name]?.from !== 'page') return;
  field.resolve = (row, _args, context, info) => {
    const [node] = info.fieldNodes;
    const value = node && (row as Record<string, unknown>)[rowKeyOf(node, field)];
    return reader.takePage(context, info, value);
  };
}

function mayBeRow(schema: GraphQLSchema, type: GraphQLOutputType, { types }: Reader): boolean {
  const named = getNamedType(type);
  const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  return possible.some(({ name }) => types.has(name));
}

function completeLater(field: Field, reader: Reader): void {
  const { resolve } = field;
  field.resolve = async (parent, args, context, info) => {
    const found: unknown = resolve
      ? await resolve(parent, args, context, info)
      : (parent as Record<string, unknown>)[field.name];
    return reader.complete(context, info, await found);
  };
}
