import { idTypeOf, isNode, toGlobalId, type ConnectionArgs, type Page, type RequestContext } from '#graphql';
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
import { Compiler, takePage, type Failed, type Reading, type ReadType } from './compile.js';
import type { Columns, Condition, FieldRead, List, Reads } from './declare.js';
import { pageSql, wishPage, type PageWish } from './page.js';
import { shapeOf } from './selection.js';
import { compact, raw, Sql, sql, write } from './sql.js';
import { StatementNames } from './statement-names.js';
import { Tables } from './tables.js';

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
  private readonly pages = new WeakMap<object, Map<FieldNode, PageWish | Failed>>();
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
  ): Promise<Page<unknown>> {
    const plain = list as unknown as List;
    const table = this.tables.of(plain.of.entity);
    const { request, list: keyset } = wishPage(plain, table, wish, args);
    const { alias, parts, isWhole } = this.compile(info, list.name, (compiler) =>
      compiler.page(plain, getNamedType(info.returnType), info.fieldNodes),
    );
    const piece = pageSql(plain, { table, alias, wish }, request, parts);
    const answer = await this.ask(context, info, piece, isWhole);
    return takePage(answer, { request, list: keyset }) as Page<unknown>;
  }

  /** The one thing that meets the condition, with what is asked of it; null when there is none that one may see. */
  async find<E extends object>(
    context: ReadContext,
    info: Info,
    of: Reads<E>,
    where: (row: Columns<E>) => Condition,
  ): Promise<unknown> {
    const table = this.tables.of(of.entity);
    const { alias, object, isWhole } = this.objectOf(info, getNamedType(info.returnType));
    const condition = where(table.columnsOf(alias) as Columns<E>);
    const conditions = condition instanceof Sql ? [condition] : [];
    return this.ask(context, info, sql`(SELECT ${object} ${table.from(alias, conditions)})`, isWhole);
  }

  /** The rest of what is asked of rows that are at hand, such as those an act has written; they need not be stored. */
  async complete(context: ReadContext, info: Info, value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.complete(context, info, one)));
    const type = typeof value === 'object' && value !== null ? this.typeOf(value, info) : null;
    if (!type) return value;
    return this.loaderOf(context, info, type).load(value as object);
  }

  /** The page that was read with its parent. */
  takePage(context: object, { fieldNodes: [node] }: Info, value: unknown): unknown {
    return takePage(value, node && this.pages.get(context)?.get(node));
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
    const { alias, object, looksFurther } = this.objectOf(info, type);
    const { table } = this.readTypeOf(type);
    if (!looksFurther) {
      rows.forEach((row) => showRow(context, type, row));
      return [...rows];
    }
    const given = JSON.stringify(rows.map((row) => table.recordOf(row)));
    const piece = sql`(SELECT coalesce(json_agg(${object}), '[]')
      FROM json_populate_recordset(NULL::${raw(table.name)}, ${given}::json) "${raw(alias)}")`;
    const answers = (await this.ask(context, info, piece, false)) as object[];
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

  private objectOf(info: Info, type: GraphQLNamedType): Compiled<{ alias: string; object: Sql }> {
    return this.compile(info, type.name, (compiler) => {
      const alias = compiler.newAlias();
      const object = compact(compiler.object(type, info.fieldNodes, alias));
      return { alias, object };
    });
  }

  /** Once per document, place in it, and choice of `@skip` and `@include`. */
  private compile<T extends object>(info: Info, what: string, make: (compiler: Compiler) => T): Compiled<T> {
    const known = this.compiled.get(info.operation) ?? new Map<string, unknown>();
    this.compiled.set(info.operation, known);
    const key = `${pathOf(info)} ${what} ${shapeOf(info)}`;
    const made = known.get(key);
    if (known.size >= MOST_SHAPES) known.clear();
    if (made) return made as Compiled<T>;
    const compiler = new Compiler(this.types, this.tables, info);
    const parts = make(compiler);
    const compiled = { ...parts, looksFurther: compiler.looksFurther, isWhole: compiler.isWhole };
    known.set(key, compiled);
    return compiled;
  }

  private async ask(context: ReadContext, info: Info, piece: Sql, isWhole: boolean): Promise<unknown> {
    const pages = this.pages.get(context) ?? new Map<FieldNode, PageWish | Failed>();
    this.pages.set(context, pages);
    const compose = (asker: Asker): PreparedStatement => {
      const reading: Reading = { asker, asked: info, pages };
      const { text, values } = write(sql`SELECT ${piece} AS answer`, reading);
      // What is prepared keeps the plan that was made for whoever came first: it would read a whole street for one unit.
      return { name: asker.sharesPlans ? this.names.nameOf(text) : undefined, text, values };
    };
    const answer = await context.ask(compose, isWhole && !info.path.prev);
    if (info.operation.operation !== OperationTypeNode.QUERY) showAll(context, answer);
    return answer;
  }
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
