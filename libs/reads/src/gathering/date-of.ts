/** An instant as statements tell it in JSON. */
export function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
