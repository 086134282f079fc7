import { type Markup, markup } from '../../markup.js';
import { FONTS, SMALL_POINTS } from '../official-layout.js';
import { NAMESPACES as NS, xml } from './namespaces.js';

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
  const typeOf = (file: string, type: string): Markup =>
    markup`<Override PartName="/${file}.xml" ContentType="${type}+xml"/>`;
  return xml(
    markup`<Types xmlns="${NS.contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${typeOf('word/document', `${WORD}.document.main`)}${PARTS.map(({ kind, file }) => typeOf(`word/${file}`, `${WORD}.${kind}`))}${typeOf('docProps/core', 'application/vnd.openxmlformats-package.core-properties')}</Types>`,
  );
}

export function packageLinks(): Markup {
  return xml(
    markup`<Relationships xmlns="${NS.links}"><Relationship Id="rId1" Type="${NS.kinds}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${NS.coreKind}" Target="docProps/core.xml"/></Relationships>`,
  );
}

export function documentLinks(): Markup {
  const links = PARTS.map(
    ({ id, kind, file }) =>
      markup`<Relationship Id="${id}" Type="${NS.kinds}/${kind}" Target="${file}.xml"/>`,
  );
  return xml(markup`<Relationships xmlns="${NS.links}">${links}</Relationships>`);
}

/** Without dates and names: who prints is no part of what is printed, and the same paper stays the same. */
export function coreProperties(title: string): Markup {
  return xml(
    markup`<cp:coreProperties xmlns:cp="${NS.core}" xmlns:dc="${NS.terms}"><dc:title>${title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`,
  );
}

/** Page numbers change sides, and newer Word does not fall back to how older ones laid lines. */
export function settings(): Markup {
  return xml(
    markup`<w:settings xmlns:w="${NS.word}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`,
  );
}

/** Names for fonts that offices have and others have not. */
export function fontTable(): Markup {
  const fonts = Object.values(FONTS).map(
    ({ name, others }) =>
      markup`<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return xml(markup`<w:fonts xmlns:w="${NS.word}">${fonts}</w:fonts>`);
}

/** `— 1 —` one character from the outer edge: right on odd pages, left on even ones. */
export function footer(pages: 'ODD' | 'EVEN'): Markup {
  const [side, align] = pages === 'ODD' ? (['right', 'right'] as const) : (['left', 'left'] as const);
  const { name } = FONTS.SONGTI;
  const look = markup`<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/><w:sz w:val="${SMALL_POINTS * 2}"/><w:szCs w:val="${SMALL_POINTS * 2}"/></w:rPr>`;
  const run = (text: string): Markup => markup`<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  return xml(
    markup`<w:ftr xmlns:w="${NS.word}"><w:p><w:pPr><w:ind w:${side}Chars="100" w:${side}="${SMALL_POINTS * 20}"/><w:jc w:val="${align}"/></w:pPr>${run('— ')}<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>${run(' —')}</w:p></w:ftr>`,
  );
}
