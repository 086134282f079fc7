import type { Markup } from '../../markup.js';
import {
  CHARACTER_SPACING,
  CHARACTER_TWIPS,
  FONTS,
  LOOKS,
  type Style,
  TEXT_POINTS,
} from '../official-layout.js';
import { NAMESPACES as NS, xml } from './namespaces.js';
import { fonts, size, w } from './word-element.js';

const ALIGN = { BOTH: 'both', CENTRE: 'center', RIGHT: 'right' } as const;
/** What stands in the outline beside the text, and is not left alone at the end of a page. */
const OUTLINE: Partial<Record<Style, number>> = { title: 0, heading1: 1, heading2: 2 };
const NONE = { val: 0 } as const;

/** A style of Word for each kind of line. */
export function stylesPart(): Markup {
  const look = [
    fonts(FONTS.FANGSONG.name),
    ...size(TEXT_POINTS),
    w('lang', { val: 'en-US', eastAsia: 'zh-CN' }),
  ];
  const normal = w(
    'style',
    { type: 'paragraph', default: 1, styleId: 'Normal' },
    w('name', { val: 'Normal' }),
    // Every page has all its lines, and figures no space around them.
    w('pPr', {}, w('widowControl', NONE), w('autoSpaceDE', NONE), w('autoSpaceDN', NONE)),
  );
  const defaults = w('docDefaults', {}, w('rPrDefault', {}, w('rPr', {}, ...look)));
  const styles = (Object.keys(LOOKS) as Style[]).map(styleOf);
  return xml(w('styles', { 'xmlns:w': NS.word }, defaults, normal, ...styles));
}

function styleOf(style: Style): Markup {
  const { font, points, align, indent, lineTwips } = LOOKS[style];
  const level = OUTLINE[style];
  const isHead = level !== undefined;
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: style },
    w('name', { val: style }),
    w('basedOn', { val: 'Normal' }),
    w(
      'pPr',
      {},
      isHead ? w('keepNext') : null,
      w('spacing', { line: lineTwips, lineRule: 'exact' }),
      indent > 0 ? w('ind', { firstLineChars: indent * 100, firstLine: indent * CHARACTER_TWIPS }) : null,
      w('jc', { val: ALIGN[align] }),
      isHead ? w('outlineLvl', { val: level }) : null,
    ),
    // 28 characters a line are those of the text.
    w(
      'rPr',
      {},
      fonts(FONTS[font].name),
      points === TEXT_POINTS ? w('spacing', { val: CHARACTER_SPACING }) : null,
      ...size(points),
    ),
  );
}
