/** One sentence in each language; this library depends on none of ours, so it has the shape and not the type. */
export interface SheetWords {
  readonly en: string;
  readonly zh: string;
}
