import { type Markup, markup } from '../../markup.js';
import {
  CHARACTER_SPACING,
  CHARACTER_TWIPS,
  FONTS,
  LOOKS,
  type Style,
  TEXT_POINTS,
} from '../official-layout.js';
import { NAMESPACES as NS, xml } from './namespaces.js';

const ALIGN = { BOTH: 'both', CENTRE: 'center', RIGHT: 'right' } as const;
const OUTLINE: Partial<Record<Style, number>> = { title: 0, heading1: 1, heading2: 2 };

/** A style of Word for each kind of line. */
export function stylesPart(): Markup {
  const look = markup`${fonts(FONTS.FANGSONG.name)}<w:sz w:val="${TEXT_POINTS * 2}"/><w:szCs w:val="${TEXT_POINTS * 2}"/>`;
  return xml(
    markup`<w:styles xmlns:w="${NS.word}"><w:docDefaults><w:rPrDefault><w:rPr>${look}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>${(Object.keys(LOOKS) as Style[]).map(styleOf)}</w:styles>`,
  );
}

function styleOf(style: Style): Markup {
  const { font, points, align, indent, lineTwips } = LOOKS[style];
  const level = OUTLINE[style];
  const first = Math.round(indent * CHARACTER_TWIPS);
  const indented =
    indent > 0 ? markup`<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${first}"/>` : null;
  const heads = level === undefined ? null : markup`<w:keepNext/>`;
  // 28 characters a line are those of the text.
  const spacing = points === TEXT_POINTS ? markup`<w:spacing w:val="${CHARACTER_SPACING}"/>` : null;
  const outline = level === undefined ? null : markup`<w:outlineLvl w:val="${level}"/>`;
  return markup`<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style}"><w:name w:val="${style}"/><w:basedOn w:val="Normal"/><w:pPr>${heads}<w:spacing w:line="${lineTwips}" w:lineRule="exact"/>${indented}<w:jc w:val="${ALIGN[align]}"/>${outline}</w:pPr><w:rPr>${fonts(FONTS[font].name)}${spacing}<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr></w:style>`;
}

/** The same font for every script; a quotation mark is as wide as a character. */
export function fonts(name: string): Markup {
  return markup`<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}
