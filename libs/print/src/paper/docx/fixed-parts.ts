import { type Markup, markup } from '../../markup.js';
import { FONTS, SMALL_POINTS } from '../official-layout.js';
import { NAMESPACES as NS, xml } from './namespaces.js';
import { fonts, run, size, w } from './word-element.js';

const PACKAGE = 'application/vnd.openxmlformats-package';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Part {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
}

/** What the document names by id: the footers also from its own page settings. */
const PARTS: readonly Part[] = [
  { id: 'rId1', kind: 'styles', file: 'styles' },
  { id: 'rId2', kind: 'settings', file: 'settings' },
  { id: 'rId3', kind: 'fontTable', file: 'fontTable' },
  { id: 'rId4', kind: 'footer', file: 'footer1' },
  { id: 'rId5', kind: 'footer', file: 'footer2' },
];

export const FOOTER_IDS = { ODD: 'rId4', EVEN: 'rId5' } as const;

export function contentTypes(): Markup {
  const byEnding = (ending: string, type: string): Markup =>
    markup`<Default Extension="${ending}" ContentType="${type}"/>`;
  const byName = (file: string, type: string): Markup =>
    markup`<Override PartName="/${file}.xml" ContentType="${type}+xml"/>`;
  const types = [
    byEnding('rels', `${PACKAGE}.relationships+xml`),
    byEnding('xml', 'application/xml'),
    byName('word/document', `${WORD}.document.main`),
    ...PARTS.map(({ kind, file }) => byName(`word/${file}`, `${WORD}.${kind}`)),
    byName('docProps/core', `${PACKAGE}.core-properties`),
  ];
  return xml(markup`<Types xmlns="${NS.contentTypes}">${types}</Types>`);
}

export function packageLinks(): Markup {
  return links([
    { id: 'rId1', type: `${NS.kinds}/officeDocument`, target: 'word/document.xml' },
    { id: 'rId2', type: NS.coreKind, target: 'docProps/core.xml' },
  ]);
}

export function documentLinks(): Markup {
  return links(
    PARTS.map(({ id, kind, file }) => ({ id, type: `${NS.kinds}/${kind}`, target: `${file}.xml` })),
  );
}

function links(
  all: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): Markup {
  const written = all.map(
    ({ id, type, target }) => markup`<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return xml(markup`<Relationships xmlns="${NS.links}">${written}</Relationships>`);
}

/** Without dates and names: who prints is no part of what is printed, and the same paper stays the same. */
export function coreProperties(title: string): Markup {
  const facts = markup`<dc:title>${title}</dc:title><dc:language>zh-CN</dc:language>`;
  return xml(
    markup`<cp:coreProperties xmlns:cp="${NS.core}" xmlns:dc="${NS.terms}">${facts}</cp:coreProperties>`,
  );
}

/** Page numbers change sides, and newer Word does not fall back to how older ones laid lines. */
export function settings(): Markup {
  const newest = { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 };
  return xml(
    w(
      'settings',
      { 'xmlns:w': NS.word },
      w('evenAndOddHeaders'),
      w('characterSpacingControl', { val: 'compressPunctuation' }),
      w('compat', {}, w('compatSetting', newest)),
      w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
    ),
  );
}

/** Names for fonts that offices have and others have not; 86 is the character set of simplified Chinese. */
export function fontTable(): Markup {
  const known = Object.values(FONTS).map(({ name, others }) =>
    w('font', { name }, w('altName', { val: others.join(',') }), w('charset', { val: '86' })),
  );
  return xml(w('fonts', { 'xmlns:w': NS.word }, ...known));
}

/** `— 1 —` one character from the outer edge: right on odd pages, left on even ones. */
export function footer(pages: 'ODD' | 'EVEN'): Markup {
  const side = pages === 'ODD' ? 'right' : 'left';
  const look = [fonts(FONTS.SONGTI.name), ...size(SMALL_POINTS)];
  const place = w(
    'pPr',
    {},
    w('ind', { [`${side}Chars`]: 100, [side]: SMALL_POINTS * 20 }),
    w('jc', { val: side }),
  );
  const number = w('fldSimple', { instr: ' PAGE ' }, run('1', ...look));
  return xml(
    w('ftr', { 'xmlns:w': NS.word }, w('p', {}, place, run('— ', ...look), number, run(' —', ...look))),
  );
}
