const { PROPERTY_SEED } = process.env;

/**
 * How often a property is tried, and from which seed: the same for everybody, so that a red run is red again.
 * `PROPERTY_SEED=random` looks for what nobody has seen yet; a number repeats what it found.
 */
export function propertyRuns(numRuns: number): { numRuns: number; seed?: number } {
  if (PROPERTY_SEED === 'random') return { numRuns };
  return { numRuns, seed: Number(PROPERTY_SEED ?? 20_261_122) };
}
