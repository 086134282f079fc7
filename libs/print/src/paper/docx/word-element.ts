import { type Markup, markup, type Piece } from '../../markup.js';

type Attributes = Readonly<Record<string, string | number>>;

/** `w('sz', { val: 32 })` is `<w:sz w:val="32"/>`. Attributes of other name spaces are written with their prefix. */
export function w(name: string, attributes: Attributes = {}, ...children: readonly Piece[]): Markup {
  const written = Object.entries(attributes).map(
    ([key, value]) => markup` ${key.includes(':') ? key : `w:${key}`}="${value}"`,
  );
  if (children.length === 0) return markup`<w:${name}${written}/>`;
  return markup`<w:${name}${written}>${children}</w:${name}>`;
}

/** Text that looks as its style has it, and as `look` has it beyond that. */
export function run(text: string, ...look: readonly Markup[]): Markup {
  const properties = look.length > 0 ? w('rPr', {}, ...look) : null;
  return w('r', {}, properties, w('t', { 'xml:space': 'preserve' }, text));
}

/** The same font for every script; a quotation mark is as wide as a character. */
export function fonts(name: string): Markup {
  return w('rFonts', { hint: 'eastAsia', ascii: name, hAnsi: name, eastAsia: name, cs: name });
}

/** How large, in points; Word counts in halves. */
export function size(points: number): Markup[] {
  return [w('sz', { val: points * 2 }), w('szCs', { val: points * 2 })];
}
