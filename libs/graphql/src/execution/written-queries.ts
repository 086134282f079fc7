import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  locatedError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Asking } from './compiled-queries.js';
import { AS_TEXT, NotWritten, Written, WrittenData } from './written.js';

interface RootField {
  readonly key: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A query whose root fields can each be asked for their text. */
interface Plan {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly fields: readonly RootField[];
}

/** Answers queries whose every root field the database writes out as the client reads it: nothing walks over them. */
export class WrittenQueries {
  private readonly type: GraphQLObjectType;
  private readonly plans = new WeakMap<DocumentNode, Map<string, Plan | null>>();

  constructor(private readonly schema: GraphQLSchema) {
    const type = schema.getQueryType();
    if (!type) throw new Error('The schema has no queries.');
    this.type = type;
  }

  /** Null for what must be executed as usual. */
  async execute(asking: Asking): Promise<ExecutionResult | null> {
    const plan = asking.isSignedIn ? this.planOf(asking) : null;
    if (!plan) return null;
    const { coerced: variableValues } = getVariableValues(
      this.schema,
      plan.operation.variableDefinitions ?? [],
      asking.variables,
    );
    if (!variableValues) return null;
    const infoOf = (root: RootField): GraphQLResolveInfo => this.infoOf(plan, root, variableValues);
    const answers = await Promise.all(plan.fields.map((root) => ask(root, asking.context, infoOf(root))));
    const unwritten = answers.filter((answer) => answer instanceof NotWritten);
    if (unwritten.length === 0) return resultOf(plan.fields, answers as (Written | Failed)[]);
    if (unwritten.some(({ forGood }) => forGood))
      this.plansOf(asking.document).set(asking.operationName ?? '', null);
    return null;
  }

  private planOf({ document, operationName }: Asking): Plan | null {
    const plans = this.plansOf(document);
    const key = operationName ?? '';
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = this.makePlan(document, operationName);
      plans.set(key, plan);
    }
    return plan;
  }

  private plansOf(document: DocumentNode): Map<string, Plan | null> {
    let plans = this.plans.get(document);
    if (!plans) {
      plans = new Map();
      this.plans.set(document, plans);
    }
    return plans;
  }

  /** Null unless it asks for fields that are written, by names that differ: what merges or is left out is rare here. */
  private makePlan(document: DocumentNode, operationName: string | null): Plan | null {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    const fields: RootField[] = [];
    for (const node of operation.selectionSet.selections) {
      if (node.kind !== Kind.FIELD || node.directives?.length) return null;
      const field = this.type.getFields()[node.name.value];
      if (!field?.extensions.written) return null;
      fields.push({ key: (node.alias ?? node.name).value, node, field });
    }
    if (new Set(fields.map(({ key }) => key)).size < fields.length) return null;
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    return {
      operation,
      fields,
      fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])),
    };
  }

  private infoOf(
    { operation, fragments }: Plan,
    { key, node, field }: RootField,
    variableValues: Record<string, unknown>,
  ): GraphQLResolveInfo {
    return {
      fieldName: field.name,
      fieldNodes: [node],
      returnType: field.type,
      parentType: this.type,
      path: { prev: undefined, key, typename: this.type.name },
      schema: this.schema,
      fragments,
      rootValue: AS_TEXT,
      operation,
      variableValues,
    };
  }
}

class Failed {
  constructor(readonly error: unknown) {}
}

async function ask(
  { field, node }: RootField,
  context: unknown,
  info: GraphQLResolveInfo,
): Promise<Written | NotWritten | Failed> {
  try {
    const args = getArgumentValues(field, node, info.variableValues);
    const value: unknown = await field.resolve?.(AS_TEXT, args, context, info);
    if (value instanceof Written || value instanceof NotWritten) return value;
    return value === null && !isNonNullType(field.type) ? new Written('null') : new NotWritten(true);
  } catch (error) {
    return new Failed(error);
  }
}

/** What failed is null, or all is where it must not be. */
function resultOf(fields: readonly RootField[], answers: readonly (Written | Failed)[]): ExecutionResult {
  const errors: GraphQLError[] = [];
  let isNull = false;
  const parts = fields.map(({ key, node, field }, at) => {
    const answer = answers[at];
    if (answer instanceof Written) return `${JSON.stringify(key)}:${answer.json}`;
    errors.push(locatedError(answer?.error, [node], [key]));
    isNull ||= isNonNullType(field.type);
    return `${JSON.stringify(key)}:null`;
  });
  const data = isNull ? null : (new WrittenData(`{${parts.join()}}`) as object as Record<string, unknown>);
  return errors.length > 0 ? { data, errors } : { data };
}
