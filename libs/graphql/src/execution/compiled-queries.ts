import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** Compiled code is some hundred kilobytes for each query. */
const MOST_COMPILED = 100;
const MOST_FIELDS = 200;
/** What comes seldom, whoever sends it, must not cost a compilation. */
const WORTH_IT_AFTER = 2;

/** A document that is asked. */
export interface Asking {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
  readonly context: unknown;
  /** Whoever is not signed in must not cost a compilation either. */
  readonly isSignedIn: boolean;
}

/** Executes documents; a query that comes again is compiled to JavaScript of its own. */
export class CompiledQueries {
  private readonly compiled = new Map<string, CompiledQuery>();
  private readonly names = new WeakMap<DocumentNode, string | null>();
  private readonly asked = new WeakMap<DocumentNode, number>();
  private documents = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** How many are held compiled. */
  get size(): number {
    return this.compiled.size;
  }

  async execute(asking: Asking): Promise<ExecutionResult> {
    const compiled = asking.isSignedIn ? this.find(asking) : null;
    if (!compiled) return this.interpret(asking);
    const result = (await compiled.query(undefined, asking.context, asking.variables)) as ExecutionResult;
    // Variables that do not fit: graphql-js says so in the words that are known here.
    if (result.data === undefined) return this.interpret(asking);
    return result.errors ? { ...result, errors: result.errors.map(completed) } : result;
  }

  private find({ document, operationName }: Asking): CompiledQuery | null {
    const name = this.nameOf(document);
    if (name === null) return null;
    const key = `${name} ${operationName ?? ''}`;
    const known = this.compiled.get(key);
    if (known) return this.keep(key, known);
    const times = (this.asked.get(document) ?? 0) + 1;
    this.asked.set(document, times);
    if (times < WORTH_IT_AFTER) return null;
    // Acts are rare, and run one after the other: nothing is won with them.
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return null;
    const made = compileQuery(this.schema, document, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    });
    if (isCompiledQuery(made)) return this.keep(key, made);
    this.names.set(document, null);
    return null;
  }

  /** The one that was used longest ago makes room. */
  private keep(key: string, query: CompiledQuery): CompiledQuery {
    this.compiled.delete(key);
    this.compiled.set(key, query);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size > MOST_COMPILED && oldest !== undefined) this.compiled.delete(oldest);
    return query;
  }

  /** Null for a document that graphql-jit does not answer as graphql-js does, or that is too long. */
  private nameOf(document: DocumentNode): string | null {
    const known = this.names.get(document);
    if (known !== undefined) return known;
    const name = isCompilable(document) ? String((this.documents += 1)) : null;
    this.names.set(document, name);
    return name;
  }

  private async interpret({ document, operationName, variables, context }: Asking): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
  }
}

/**
 * graphql-jit counts one spread of a fragment for all, writes what `@skip` and `@include` say into the document that
 * other operations share, and loses a field called `__proto__`.
 */
function isCompilable(document: DocumentNode): boolean {
  let isFit = true;
  let fields = 0;
  const spreads = new Map<string, number>();
  visit(document, {
    Directive: () => void (isFit = false),
    Name: ({ value }) => void (isFit &&= value !== '__proto__'),
    Field: () => void (fields += 1),
    FragmentSpread: ({ name: { value } }) => void spreads.set(value, (spreads.get(value) ?? 0) + 1),
  });
  const copies = [...spreads.values()].reduce((all, times) => all * times, 1);
  return isFit && fields * copies <= MOST_FIELDS;
}

/** graphql-jit leaves out what graphql-js always gives, and Apollo counts on. */
function completed({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  return Object.assign(error, { locations });
}
