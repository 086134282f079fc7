import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** How much a document selects when its fragments are spread out. Those that hold themselves are left to the rule that names them. */
export function countSelections({ definitions }: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const known = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number => {
    let sum = 0;
    for (const one of selections) {
      sum += 1;
      if (one.kind === Kind.FRAGMENT_SPREAD) sum += countFragment(one.name.value);
      else if (one.selectionSet) sum += count(one.selectionSet);
    }
    return sum;
  };
  const countFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const counted = known.get(name);
    if (!fragment || counted !== undefined) return counted ?? 0;
    known.set(name, 0);
    const sum = count(fragment);
    known.set(name, sum);
    return sum;
  };
  return definitions.reduce(
    (sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? count(one.selectionSet) : 0),
    0,
  );
}
