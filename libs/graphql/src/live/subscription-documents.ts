import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { measureCost, MAX_COST, tooDear } from '../limits/cost.js';
import { DOCUMENT_RULES, MAX_TOKENS, MAX_VALIDATION_ERRORS } from '../limits/document-rules.js';
import { findLiteralProblem } from '../limits/literals.js';
import { findVariableProblems, type Variables } from '../limits/variables.js';
import type { ListedOperations } from '../operations/listed-operations.js';
import { currentRequest } from '../signals/request-record.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';

/** Dashboards subscribe to the same few documents. */
const MOST_KNOWN = 100;

export interface Asked {
  /** Empty beside a `documentId`, where a client has to send one. */
  readonly query: string;
  /** Of a listed operation, instead of its text. */
  readonly documentId?: unknown;
  readonly operationName: string | null;
  readonly variables: Variables;
}

export interface Accepted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Judges documents as the plugins of Apollo judge those of a request, which never sees what comes over a socket. */
export class SubscriptionDocuments {
  private readonly known = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    /** What the operator has listed; none where anything may be asked. */
    private readonly operations: ListedOperations | undefined,
  ) {}

  /** What is wrong with it, or the document itself; one text is one document, so that what is made for it serves again. */
  accept(asked: Asked): Accepted | readonly GraphQLError[] {
    const query = this.textOf(asked);
    if (typeof query !== 'string') return [query];
    const { operationName, variables } = asked;
    const document = this.read(query);
    if (!('kind' in document)) return document;
    const operation = getOperationAST(document, operationName);
    if (!operation) return [new ApiError('OPERATION_RESOLUTION_FAILURE', GRAPHQL_WORDS.whichOperation)];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [new ApiError('BAD_REQUEST', GRAPHQL_WORDS.onlySubscriptions)];
    const problems = findVariableProblems(this.schema, operation, variables);
    if (problems.length > 0) return [ApiError.badInput(problems)];
    const cost = measureCost(this.schema, document, { variables, operationName: operationName ?? undefined });
    const record = currentRequest();
    if (record) record.cost = cost;
    return cost > MAX_COST ? [tooDear(cost, MAX_COST)] : { document, operation };
  }

  /** As of a request over HTTP. */
  private textOf({ query, documentId }: Asked): string | GraphQLError {
    if (!this.operations) return query;
    try {
      const written = query === '' ? undefined : query;
      return this.operations.textOf({ query: written, documentId }) ?? query;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  private read(query: string): DocumentNode | readonly GraphQLError[] {
    const known = this.known.get(query);
    if (known) return known;
    const document = parseWithin(query);
    if (document instanceof GraphQLError) return [document];
    const rules = [...specifiedRules, ...DOCUMENT_RULES];
    const errors = validate(this.schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS });
    for (const error of errors) nameProblem(document, error);
    if (errors.length > 0) return errors;
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
    this.known.set(query, document);
    return document;
  }
}

function parseWithin(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    error.extensions['code'] = 'GRAPHQL_PARSE_FAILED';
    return error;
  }
}

/** As Apollo and the preflight name them, for who formats the error. */
function nameProblem(document: DocumentNode, error: GraphQLError): void {
  const problem = findLiteralProblem(document, error);
  if (problem !== null) error.extensions['fields'] = [problem];
  error.extensions['code'] ??= 'GRAPHQL_VALIDATION_FAILED';
}
