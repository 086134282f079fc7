import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

/** Whether the client asked for this field of the answer, e.g. `totalCount`. */
export function isSelected({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  const asks = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) return selection.name.value === name;
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.some(asks);
    return fragments[selection.name.value]?.selectionSet.selections.some(asks) ?? false;
  };
  return fieldNodes.some((node) => node.selectionSet?.selections.some(asks) ?? false);
}
