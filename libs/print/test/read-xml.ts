export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const TOKEN = /<\?xml [^<>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;

/**
 * Reads XML as strictly as Word does, and no more of it than we write: one root, closed tags, attributes once, names
 * whose prefix is declared, and no character or entity that XML does not know.
 */
export function readXml(source: string): XmlElement {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [top];
  const prefixes = new Set(['xml']);
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    const [, closes, name, attributes = '', closed, text] = match;
    const parent = open.at(-1);
    if (!parent) throw new Error(`Too much is closed at ${match[0]}.`);
    if (text !== undefined) parent.text += readText(text);
    else if (name !== undefined && closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed and was not open.`);
    } else if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes, prefixes), children: [], text: '' };
      expectPrefix(name, prefixes);
      parent.children.push(element);
      if (closed !== '/') open.push(element);
    }
  }
  if (end !== source.length) throw new Error(`What follows is no XML: ${source.slice(end, end + 60)}`);
  const [root, other] = top.children;
  if (open.length !== 1 || !root || other || top.text.trim() !== '')
    throw new Error('There is not one root.');
  return root;
}

/** All elements of a name, however deep, in order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** What stands in it and in all within, in order of the elements. */
export function textOf(element: XmlElement): string {
  return element.text + element.children.map(textOf).join('');
}

function readAttributes(source: string, prefixes: Set<string>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`${name} stands twice.`);
    attributes.set(name, readText(value));
    if (name.startsWith('xmlns:')) prefixes.add(name.slice('xmlns:'.length));
  }
  for (const name of attributes.keys()) if (!name.startsWith('xmlns')) expectPrefix(name, prefixes);
  return attributes;
}

function expectPrefix(name: string, prefixes: ReadonlySet<string>): void {
  const [prefix, local] = name.split(':');
  if (local !== undefined && !prefixes.has(prefix ?? ''))
    throw new Error(`The prefix of ${name} is unknown.`);
}

function readText(text: string): string {
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text.replaceAll(/[\t\n\r]/g, '')))
    throw new Error(`XML has no such character: ${JSON.stringify(text)}`);
  if (/&(?!(amp|lt|gt|quot|#39);)|>/.test(text)) throw new Error(`This is not escaped: ${text}`);
  return text.replaceAll(/&[a-z#0-9]+;/g, (sign) => SIGNS[sign] ?? sign);
}
