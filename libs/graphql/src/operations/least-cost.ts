import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { measureCost, PAGE_SIZES } from '../limits/cost.js';

const NULL: ConstValueNode = { kind: Kind.NULL };
const ONE: ConstValueNode = { kind: Kind.INT, value: '1' };
const FALSE: ConstValueNode = { kind: Kind.BOOLEAN, value: false };
/** One of them is a value of each scalar. */
const SAMPLES = ['1', '2026-01-01', '2026-01-01T00:00:00Z', '2026-Q1', '08:00'].map(
  (value): ConstValueNode => ({ kind: Kind.STRING, value }),
);

/**
 * What an operation costs at the least, whatever its variables: pages of one entry, and nothing that may be left out.
 * @throws ApiError TOO_COMPLEX when there is too much to count
 */
export function leastCost(schema: GraphQLSchema, document: DocumentNode): number {
  const types = new TypeInfo(schema);
  const leaveOut = ({ directives }: { readonly directives?: readonly DirectiveNode[] }) =>
    directives?.some(dependsOnVariable) ? null : undefined;
  const cheapest = visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => null,
      Field: leaveOut,
      FragmentSpread: leaveOut,
      InlineFragment: leaveOut,
      Argument: (node) =>
        PAGE_SIZES.has(node.name.value) && node.value.kind === Kind.VARIABLE
          ? { ...node, value: ONE }
          : undefined,
      Variable: () => sampleOf(types.getInputType()),
    }),
  );
  return measureCost(schema, cheapest, { variables: {} });
}

function dependsOnVariable({ arguments: given = [] }: DirectiveNode): boolean {
  return given.some(({ value }) => value.kind === Kind.VARIABLE);
}

/** Any value of that type: it costs the same as any other. */
function sampleOf(type: GraphQLInputType | null | undefined): ConstValueNode {
  if (!type || !isNonNullType(type)) return NULL;
  const must = getNullableType(type);
  if (isListType(must)) return { kind: Kind.LIST, values: [] };
  if (isEnumType(must)) return { kind: Kind.ENUM, value: must.getValues()[0]?.name ?? '' };
  if (isInputObjectType(must)) {
    const fields = Object.values(must.getFields()).filter(isRequiredInputField);
    return {
      kind: Kind.OBJECT,
      fields: fields.map(({ name, type: of }) => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: name },
        value: sampleOf(of),
      })),
    };
  }
  return (
    [ONE, FALSE, ...SAMPLES].find((value) => isScalarType(must) && takes(() => must.parseLiteral(value))) ??
    NULL
  );
}

function takes(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
