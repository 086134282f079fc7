import {
  AS_TEXT,
  idTypeOf,
  isNode,
  NotWritten,
  toGlobalId,
  Written,
  type ConnectionArgs,
  type RequestContext,
} from '#graphql';
import type { Asker, PreparedStatement } from '#tenancy';
import DataLoader from 'dataloader';
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { DataSource } from 'typeorm';
import { MISSING, NeedsResolver } from './written-values.js';
import { AroundRows, type Around, type AskedAround, type RowAround } from './around.js';
import { AnswerCompiler } from './answer-compiler.js';
import type { Compiler } from './compile.js';
import type { Failed, Reading } from './nested-page.js';
import type { ReadType } from './read-types.js';
import { RowCompiler } from './rows.js';
import type { Columns, Condition, FieldRead, List, Reads } from './declare.js';
import { listJson, type Json } from './json.js';
import { pageSql, wishPage } from './page.js';
import { shapeOf } from './selection.js';
import { join, raw, Sql, sql, write } from './sql.js';
import { StatementNames } from './statement-names.js';
import { Tables, type Row } from './tables.js';
import { tallySql, type Tally } from './tally.js';

/** Who asks, and a way to the snapshot in which the request reads. */
export interface ReadContext extends RequestContext {
  /** What the statement answers; all that its field needs when `isWhole`. */
  ask(compose: (asker: Asker) => PreparedStatement, isWhole: boolean): Promise<unknown>;
}

/** What one operation can be asked for with its choices of `@skip` and `@include`, as far as it is remembered. */
const MOST_SHAPES = 50;

type Info = GraphQLResolveInfo;

/** Made once, with what the compiler has met on its way. */
type Compiled<T> = T & Pick<Compiler, 'looksFurther' | 'isWhole'>;

/** Reads what a field of the API asks for, with all that is asked beneath it, by one statement. */
export class Reader {
  readonly types: ReadonlyMap<string, ReadType>;
  private readonly tables: Tables;
  private readonly names = new StatementNames();
  private readonly compiled = new WeakMap<object, Map<string, unknown>>();
  private readonly failed = new WeakMap<object, Map<FieldNode, Failed>>();
  private readonly loaders = new WeakMap<object, Map<string, DataLoader<object, unknown>>>();

  constructor(dataSource: DataSource, declared: readonly Reads[]) {
    this.tables = new Tables(dataSource);
    this.types = mergeTypes(declared, this.tables);
  }

  /** A page of a list. Throws BAD_USER_INPUT for a page that cannot be. */
  async page<A extends object>(
    context: ReadContext,
    info: Info,
    list: List<A>,
    args: ConnectionArgs,
    wish: A,
  ): Promise<unknown> {
    const plain = list as unknown as List;
    const table = this.tables.of(plain.of.entity);
    const wished = wishPage(plain, table, wish, args);
    const compiled = this.compile(info, list.name, (compiler) =>
      compiler.page(getNamedType(info.returnType), info.fieldNodes),
    );
    if (!compiled) return new NotWritten(true);
    const { row, shape } = compiled;
    return this.ask(context, info, pageSql({ list: plain, table, row, wish, ...wished }, shape), compiled);
  }

  /** How many entries of a list are alike in each way; what pages of it show, and nothing else, is counted. */
  async tally<A extends object, Column extends string>(
    context: ReadContext,
    info: Info,
    list: List<A>,
    wish: A,
    by: readonly Column[],
  ): Promise<readonly Tally<Column>[]> {
    const plain = list as unknown as List;
    const piece = tallySql(plain, this.tables.of(plain.of.entity), wish, by);
    return (await this.ask(context, info, piece, { isWhole: false })) as readonly Tally<Column>[];
  }

  /** The one thing that meets the condition, with what is asked of it; null when there is none that one may see. */
  async find<E extends object>(
    context: ReadContext,
    info: Info,
    of: Reads<E>,
    where: (row: Columns<E>) => Condition,
  ): Promise<unknown> {
    const table = this.tables.of(of.entity);
    const compiled = this.objectOf(info, getNamedType(info.returnType));
    if (!compiled) return new NotWritten(true);
    const { row, object } = compiled;
    const condition = where(table.columnsOf(row.alias) as Columns<E>);
    const conditions = condition instanceof Sql ? [condition] : [];
    return this.ask(context, info, sql`(SELECT ${object.text} ${table.from(row, conditions)})`, compiled);
  }

  /**
   * What a statement of the caller's own answers, with its rows as the client reads them, and how the answer is written
   * around these; NotWritten where somebody must walk over it. For a field that is asked for its text.
   */
  async around<Answer>(
    context: ReadContext,
    info: Info,
    around: Around,
    compose: (row: RowAround) => Sql,
  ): Promise<AskedAround<Answer> | NotWritten> {
    const compiled = this.compile(info, around.alias, (compiler) => {
      const rows = new AroundRows(info, this.types);
      const writeValue = rows.writerOf(info.returnType, info.fieldNodes);
      const row = rows.rows(compiler, getNamedType(info.returnType), info.fieldNodes, around);
      return { row, writeValue };
    });
    if (!compiled) return new NotWritten(true);
    const written = await this.ask(context, info, sql`${compose(compiled.row)}::text`, compiled);
    if (!(written instanceof Written)) return new NotWritten(false);
    return {
      answer: JSON.parse(written.json) as Answer,
      write: (value) => new Written(JSON.stringify(compiled.writeValue(value))),
    };
  }

  /** The rest of what is asked of rows that are at hand, such as those an act has written; they need not be stored. */
  async complete(context: ReadContext, info: Info, value: unknown): Promise<unknown> {
    if (isForText(info)) return value instanceof Written || value === null ? value : new NotWritten(true);
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.complete(context, info, one)));
    const type = typeof value === 'object' && value !== null ? this.typeOf(value, info) : null;
    if (!type) return value;
    return this.loaderOf(context, info, type).load(value as object);
  }

  /** The page that was read with its parent; throws what was wrong with how it was asked for. */
  takePage(context: object, { fieldNodes: [node] }: Info, value: unknown): unknown {
    const failed = node && this.failed.get(context)?.get(node);
    if (failed) throw failed.error;
    if (!value) throw new Error('This page was not read with its parent.');
    return value;
  }

  private loaderOf(context: ReadContext, info: Info, type: GraphQLNamedType): DataLoader<object, unknown> {
    const loaders = this.loaders.get(context) ?? new Map<string, DataLoader<object, unknown>>();
    this.loaders.set(context, loaders);
    const key = `${pathOf(info)} ${type.name}`;
    let loader = loaders.get(key);
    if (!loader) {
      const load = (rows: readonly object[]) => this.completeAll(context, info, type, rows);
      loader = new DataLoader(load, { cache: false });
      loaders.set(key, loader);
    }
    return loader;
  }

  private async completeAll(
    context: ReadContext,
    info: Info,
    type: GraphQLNamedType,
    rows: readonly object[],
  ): Promise<unknown[]> {
    const compiled = this.objectOf(info, type);
    if (!compiled) throw new Error(`${type.name} is at hand, and not written.`);
    const { row, object, looksFurther } = compiled;
    const { table } = this.readTypeOf(type);
    if (!looksFurther) {
      rows.forEach((one) => showRow(context, type, one));
      return [...rows];
    }
    const given = JSON.stringify(rows.map((one) => table.recordOf(one)));
    const alias = raw(`"${row.alias}"`);
    // The limit tells the planner how few there are: it would count on a hundred, and read whole tables for them. A
    // join gives them back in an order of its own.
    const list = listJson(object, sql`${alias}."$place"`);
    const piece = sql`(SELECT ${list.text} FROM (
      SELECT given.*, row_number() OVER () AS "$place"
      FROM json_populate_recordset(NULL::${raw(table.name)}, ${given}::json) given LIMIT ${raw(String(rows.length))}
    ) ${alias} ${join(row.joins, ' ')})`;
    const answers = (await this.ask(context, info, piece, { isWhole: false })) as object[];
    return answers.map((answer) => Object.assign(answer, { __typename: type.name }));
  }

  /** Which type a row at hand is of, if the field can answer it. */
  private typeOf(value: object, { returnType, schema }: Info): GraphQLNamedType | null {
    const named = getNamedType(returnType);
    const type = schema.getType(value.constructor.name);
    if (!isObjectType(type) || !this.types.has(type.name)) return null;
    return type === named || (isAbstractType(named) && schema.isSubType(named, type)) ? type : null;
  }

  private readTypeOf(type: GraphQLNamedType): ReadType {
    const read = this.types.get(type.name);
    if (!read) throw new Error(`Nothing says how ${type.name} is read.`);
    return read;
  }

  private objectOf(info: Info, type: GraphQLNamedType): Compiled<{ row: Row; object: Json }> | null {
    return this.compile(info, type.name, (compiler) => {
      const row = compiler.newRow();
      const object = compiler.object(type, info.fieldNodes, row).compact();
      return { row, object };
    });
  }

  /** Once per document, place in it, form, and choice of `@skip` and `@include`; null for what cannot be written. */
  private compile<T extends object>(
    info: Info,
    what: string,
    make: (compiler: Compiler) => T,
  ): Compiled<T> | null {
    const known = this.compiled.get(info.operation) ?? new Map<string, unknown>();
    this.compiled.set(info.operation, known);
    const Form = isForText(info) ? AnswerCompiler : RowCompiler;
    const key = `${Form.name} ${pathOf(info)} ${what} ${shapeOf(info)}`;
    const made = known.get(key);
    if (made !== undefined) return made as Compiled<T> | null;
    if (known.size >= MOST_SHAPES) known.clear();
    const compiled = this.compileNow(new Form(this.types, this.tables, info), make);
    known.set(key, compiled);
    return compiled;
  }

  private compileNow<T extends object>(
    compiler: Compiler,
    make: (compiler: Compiler) => T,
  ): Compiled<T> | null {
    try {
      const parts = make(compiler);
      return { ...parts, looksFurther: compiler.looksFurther, isWhole: compiler.isWhole };
    } catch (error) {
      if (error instanceof NeedsResolver) return null;
      throw error;
    }
  }

  private async ask(
    context: ReadContext,
    info: Info,
    piece: Sql,
    { isWhole }: { readonly isWhole: boolean },
  ): Promise<unknown> {
    const failed = this.failed.get(context) ?? new Map<FieldNode, Failed>();
    this.failed.set(context, failed);
    const compose = (asker: Asker): PreparedStatement => {
      const reading: Reading = { asker, asked: info, failed };
      const { text, values } = write(sql`SELECT ${piece} AS answer`, reading);
      // What is prepared keeps the plan that was made for whoever came first: it would read a whole street for one unit.
      return { name: asker.sharesPlans ? this.names.nameOf(text) : undefined, text, values };
    };
    const json = await context.ask(compose, isWhole && !info.path.prev);
    if (typeof json !== 'string') return null;
    if (isForText(info)) return writtenOf(json, failed);
    const answer: unknown = JSON.parse(json);
    if (info.operation.operation !== OperationTypeNode.QUERY) showAll(context, answer);
    return answer;
  }
}

/** Whether the answer goes to the client as it is, and nobody walks over it. */
function isForText({ rootValue }: Info): boolean {
  return rootValue === AS_TEXT;
}

function writtenOf(json: string, failed: ReadonlyMap<FieldNode, Failed>): Written | NotWritten {
  return failed.size > 0 || json.includes(MISSING) ? new NotWritten(false) : new Written(json);
}

/** What is declared of a type in several places counts as one. */
function mergeTypes(declared: readonly Reads[], tables: Tables): ReadonlyMap<string, ReadType> {
  const types = new Map<string, { table: ReadType['table']; fields: Record<string, FieldRead> }>();
  for (const { entity, type, fields } of declared) {
    const table = tables.of(entity);
    const known = types.get(type) ?? { table, fields: {} };
    if (known.table !== table) throw new Error(`${type} is read from two tables.`);
    Object.assign(known.fields, fields());
    types.set(type, known);
    for (const kind of table.kindNames) types.set(kind, known);
  }
  return types;
}

/** The place in the document, whatever the place in the answer. */
function pathOf({ path }: Info): string {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (typeof at.key === 'string') keys.push(`${at.typename ?? ''}.${at.key}`);
  return keys.join('/');
}

function showRow(context: RequestContext, type: GraphQLNamedType, row: object): void {
  if (isObjectType(type) && isNode(type) && 'id' in row)
    context.noteShown?.(toGlobalId(idTypeOf(type), String(row.id)));
}

function showAll(context: RequestContext, value: unknown): void {
  if (!context.noteShown || typeof value !== 'object' || value === null) return;
  if ('$shown' in value && 'id' in value)
    context.noteShown(toGlobalId(String(value.$shown), String(value.id)));
  Object.values(value).forEach((one) => showAll(context, one));
}
