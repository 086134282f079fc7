import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** A document that is asked. */
export interface Asking {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly operation: OperationTypeNode;
  readonly variables: Record<string, unknown>;
  readonly context: unknown;
}

/** Null for a query that is not worth compiling yet, or cannot be. */
type Known = CompiledQuery | null;

/** Executes documents; a query that comes a second time is compiled to JavaScript of its own. */
export class CompiledQueries {
  private readonly known = new WeakMap<DocumentNode, Map<string, Known>>();

  constructor(private readonly schema: GraphQLSchema) {}

  async execute(asking: Asking): Promise<ExecutionResult> {
    const compiled = this.find(asking);
    if (!compiled) return this.interpret(asking);
    const result = (await compiled.query(undefined, asking.context, asking.variables)) as ExecutionResult;
    // Variables that do not fit: graphql-js says so in the words that are known here.
    if (result.data === undefined) return this.interpret(asking);
    return result.errors ? { ...result, errors: result.errors.map(completed) } : result;
  }

  private find({ document, operationName, operation }: Asking): Known {
    // Acts are rare, and run one after the other: nothing is won with them.
    if (operation !== OperationTypeNode.QUERY) return null;
    const queries = this.known.get(document) ?? new Map<string, Known>();
    this.known.set(document, queries);
    const key = operationName ?? '';
    const known = queries.get(key);
    if (known) return known;
    // What comes once, whoever sends it, must not cost a compilation.
    if (known === undefined) {
      queries.set(key, null);
      return null;
    }
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) return null;
    queries.set(key, compiled);
    return compiled;
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

/** graphql-jit leaves out what graphql-js always gives, and Apollo counts on. */
function completed({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  return Object.assign(error, { locations });
}
