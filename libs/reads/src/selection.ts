import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  print,
  type FieldNode,
  TypeNameMetaFieldDef,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql';

/** The document that is read, and the values of its variables. */
export type Asked = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation'>;

/** A field that is asked for, perhaps under several aliases, and all that is asked beneath it. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** Under which name a value stands in what is answered. */
export type KeyOf = (node: FieldNode, field: Pick<Selected['field'], 'name' | 'args'>) => string;

export const answerKeyOf: KeyOf = (node) => (node.alias ?? node.name).value;

const keys = new WeakMap<FieldNode, string>();

/**
 * Under which name the value stands in the row: its own, and its arguments where it takes any. Not the alias: two
 * aliases of one field may hold selections that use one alias for different things.
 */
export const rowKeyOf: KeyOf = (node, { name, args }) => {
  if (args.length === 0) return name;
  let key = keys.get(node);
  if (key === undefined) {
    const given = (node.arguments ?? []).map((argument) => print(argument)).toSorted();
    key = `${name}(${given.join(', ')})`;
    keys.set(node, key);
  }
  return key;
};

/** What is asked of an object of this type, by the names under which it is answered. */
export function selectedOf(
  asked: Asked,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  nameOf: KeyOf,
): Map<string, Selected> {
  const selected = new Map<string, { field: Selected['field']; nodes: FieldNode[] }>();
  const visit = (selection: SelectionNode): void => {
    if (!isIncluded(asked, selection)) return;
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
      if (!field) return;
      const key = nameOf(selection, field);
      const known = selected.get(key);
      if (known) known.nodes.push(selection);
      else selected.set(key, { field, nodes: [selection] });
      return;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments[selection.name.value] : selection;
    if (fragment && isMet(asked, type, fragment.typeCondition?.name.value))
      fragment.selectionSet.selections.forEach(visit);
  };
  for (const node of nodes) node.selectionSet?.selections.forEach(visit);
  return selected;
}

/** What decides over `@skip` and `@include`: documents asked with the same values have the same shape. */
export function shapeOf({ operation, variableValues }: Asked): string {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return names
    .filter((name) => typeof variableValues[name] === 'boolean')
    .map((name) => `${name}=${String(variableValues[name])}`)
    .join();
}

function isIncluded({ variableValues }: Asked, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false;
}

function isMet({ schema }: Asked, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}
