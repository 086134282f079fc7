/** What may stand in a piece of HTML or XML: text is escaped, markup stands as it is, nothing leaves nothing. */
export type Piece = Markup | string | number | null | readonly Piece[];

/** HTML or XML that the tag has made; a class, so that no text from outside passes for it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * `` markup`<td>${title}</td>` ``: whatever is put in is escaped, for text and for attributes in quotation marks. A
 * dozen lines of our own, because the libraries that do this render components or whole templates. In XML too `&quot;` is known. Not called `html`:
 * Prettier would set such texts anew, and in a cell white space counts.
 */
export function markup(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(texts.map((text, at) => text + write(pieces[at] ?? null)).join(''));
}

function write(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.toString();
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece));
  return piece.map(write).join('');
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
