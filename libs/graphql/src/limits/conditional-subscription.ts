import { Kind, OperationTypeNode, type DocumentNode, type SelectionSetNode } from 'graphql';

const CONDITIONS: readonly string[] = ['skip', 'include'];

/** What the edition of September 2025 forbids (5.2.4.1): of a field that is skipped nothing would be left to watch. */
export function hasConditionalSubscription({ definitions }: DocumentNode): boolean {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const known = new Set<string>();
  const isConditional = ({ selections }: SelectionSetNode): boolean =>
    selections.some((one) => {
      if (one.directives?.some(({ name }) => CONDITIONS.includes(name.value))) return true;
      if (one.kind === Kind.INLINE_FRAGMENT) return isConditional(one.selectionSet);
      if (one.kind === Kind.FIELD || known.has(one.name.value)) return false;
      known.add(one.name.value);
      const fragment = fragments.get(one.name.value);
      return fragment !== undefined && isConditional(fragment);
    });
  return definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditional(one.selectionSet),
  );
}
