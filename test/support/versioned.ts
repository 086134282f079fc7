/** What is moved by naming the version that one has read. */
export type Versioned = {
  readonly id: string;
  readonly version: number;
};

/** Of all that a thing says, what names it in the next step. */
export function versionOf(thing: Versioned | null | undefined): Versioned {
  if (!thing) throw new Error('There is nothing to name.');
  return { id: thing.id, version: thing.version };
}
