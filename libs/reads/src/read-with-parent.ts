/** Stands as the body of a field that has arguments and is read with its parent: nobody ever calls it. */
export function readWithParent(): never {
  throw new Error(
    'This field is read with its parent: it is declared in no reads, or the schema was not attached.',
  );
}
