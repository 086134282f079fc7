/** Letters of a table, in points. The style of printed pages knows each of them. */
export const SIZES = [10, 9, 8, 7, 6, 5] as const;
export type LetterSize = (typeof SIZES)[number];

/** Small letters stand closer, as the style has it. */
export function isDense(size: LetterSize): boolean {
  return size < 10;
}
