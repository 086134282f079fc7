/** A row that was read says its type; of one at hand, the class is named like its type. */
export function typenameOf(value: { readonly __typename?: string }): string {
  return value.__typename ?? value.constructor.name;
}
