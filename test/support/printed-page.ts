/** What a reader finds on a printed page. */
export interface ReadPage {
  readonly language: string;
  readonly title: string;
  readonly heading: string;
  /** The lines beneath the heading. */
  readonly facts: readonly string[];
  readonly tables: readonly ReadTable[];
}

export interface ReadTable {
  readonly title: string;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const VOID = new Set(['meta']);
/** All that our pages are made of: no script, no link, no picture, nothing that loads or sends. */
const KNOWN = new Set(
  'html head meta title style body h1 h2 p bdi section table thead tbody tr th td'.split(' '),
);
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Reads a page as strictly as no browser does: every element known and closed in order, every attribute in quotation marks. */
export function readPrintedPage(page: string): ReadPage {
  if (!page.startsWith('<!doctype html>\n')) throw new Error('The page has no document type.');
  expectWellFormed(page.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, ''));
  return {
    language: /<html lang="([^"]+)">/.exec(page)?.[1] ?? '',
    title: only(page, 'title'),
    heading: only(page, 'h1'),
    facts: [...page.matchAll(/<p class="facts">(.*?)<\/p>/gs)].map(([, line = '']) => textOf(line)),
    tables: parts(page, 'section').map((section) => ({
      title: only(section, 'h2'),
      summary: only(section, 'p'),
      headings: parts(section, 'th').map(textOf),
      rows: parts(
        only(section, 'tbody', (inner) => inner),
        'tr',
      ).map((row) => parts(row, 'td').map(textOf)),
    })),
  };
}

function expectWellFormed(markup: string): void {
  const open: string[] = [];
  let rest = markup;
  const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/;
  while (rest !== '') {
    const [found, closes = '', name = ''] = tag.exec(rest) ?? [];
    if (found === undefined) {
      if (/^[<>]/.test(rest) || /^&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest))
        throw new Error(`This is no markup of ours: ${rest.slice(0, 60)}`);
      rest = rest.slice(1);
      continue;
    }
    if (!KNOWN.has(name)) throw new Error(`A page has no <${name}>.`);
    if (closes !== '' && open.pop() !== name) throw new Error(`</${name}> closes what is not open.`);
    if (closes === '' && !VOID.has(name)) open.push(name);
    rest = rest.slice(found.length);
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}.`);
}

function parts(markup: string, name: string): string[] {
  return [...markup.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, inner = '']) => inner,
  );
}

function only(markup: string, name: string, read: (inner: string) => string = textOf): string {
  const [inner, ...more] = parts(markup, name);
  if (inner === undefined || more.length > 0) throw new Error(`There is not one <${name}>.`);
  return read(inner);
}

function textOf(inner: string): string {
  return inner.replaceAll(/<[^>]*>/g, '').replaceAll(/&[a-z#0-9]+;/g, (sign) => SIGNS[sign] ?? sign);
}
