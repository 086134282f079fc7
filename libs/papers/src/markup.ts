/** What no reader shows, and XML may not have; and marks that turn the direction of what others wrote. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const SPECIAL = /[&<>"']/g;

/** Text of HTML or XML that is safe to write as it stands, because only the `markup` tag makes it. */
export class Markup {
  private constructor(readonly source: string) {}

  static of(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    return new Markup(strings.map((string, at) => string + sourceOf(values[at] ?? '')).join(''));
  }
}

export type MarkupValue = string | number | Markup | readonly MarkupValue[];

/** Writes HTML or XML: whatever is put in and was not written by this tag is escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.of(strings, values);
}

function sourceOf(value: MarkupValue): string {
  if (value instanceof Markup) return value.source;
  if (Array.isArray(value)) return value.map(sourceOf).join('');
  return String(value)
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}
