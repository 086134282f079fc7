import type { Markup } from '../../markup.js';
import type { Line, TextLine } from '../lay-paper.js';
import {
  CHARACTER_TWIPS,
  FONTS,
  LINE_TWIPS,
  MARK_COLOUR,
  markPoints,
  PAGE,
  twipsOf,
} from '../official-layout.js';
import { FOOTER_IDS } from './fixed-parts.js';
import { NAMESPACES as NS, xml } from './namespaces.js';
import { writeTable } from './table.js';
import { fonts, run, size, w } from './word-element.js';

/** 0.35 mm: Word counts the width of lines in eighths of a point. */
const RULE = { val: 'single', sz: 8 } as const;

export function documentPart(lines: readonly Line[]): Markup {
  const signed = lines.findIndex((line) => 'style' in line && line.style === 'signature');
  // Who signs, and when, stands on no page without a line of the text.
  const isKept = (at: number): boolean => signed - 2 <= at && at <= signed;
  const body = lines.map((line, at) => ('kind' in line ? writeTable(line) : writeText(line, isKept(at))));
  return xml(w('document', { 'xmlns:w': NS.word, 'xmlns:r': NS.kinds }, w('body', {}, ...body, page())));
}

function writeText({ style, text, label, freeAtRight }: TextLine, isKept: boolean): Markup {
  const look = [
    w('pStyle', { val: style }),
    isKept ? w('keepNext') : null,
    borders(style),
    spaceBefore(style),
    indent(label, freeAtRight),
  ];
  const labelled = label === '' ? null : run(label, fonts(FONTS.HEITI.name));
  return w('p', {}, w('pPr', {}, ...look), labelled, text === '' ? null : run(text, ...lookOf(style, text)));
}

function lookOf(style: TextLine['style'], text: string): Markup[] {
  return style === 'mark' ? [w('color', { val: MARK_COLOUR }), ...size(markPoints(text))] : [];
}

function borders(style: TextLine['style']): Markup | null {
  // 11 points are the 4 mm between the number and the red line.
  if (style === 'number') return w('pBdr', {}, w('bottom', { ...RULE, space: 11, color: MARK_COLOUR }));
  if (style !== 'copies') return null;
  const black = { ...RULE, space: 1, color: 'auto' };
  return w('pBdr', {}, w('top', black), w('bottom', black));
}

function spaceBefore(style: TextLine['style']): Markup | null {
  return style === 'mark' ? w('spacing', { before: twipsOf(PAGE.aboveMark) }) : null;
}

/** What follows a label hangs beneath its own first character; two characters are free on the left, as everywhere. */
function indent(label: string, freeAtRight: number): Markup | null {
  const hanging = Array.from(label).length;
  const left = hanging + 2;
  if (hanging > 0)
    return w('ind', {
      leftChars: left * 100,
      left: left * CHARACTER_TWIPS,
      hangingChars: hanging * 100,
      hanging: hanging * CHARACTER_TWIPS,
    });
  if (freeAtRight === 0) return null;
  return w('ind', { rightChars: freeAtRight * 100, right: Math.round(freeAtRight * CHARACTER_TWIPS) });
}

function page(): Markup {
  return w(
    'sectPr',
    {},
    w('footerReference', { type: 'default', 'r:id': FOOTER_IDS.ODD }),
    w('footerReference', { type: 'even', 'r:id': FOOTER_IDS.EVEN }),
    w('pgSz', { w: twipsOf(PAGE.width), h: twipsOf(PAGE.height) }),
    w('pgMar', {
      top: twipsOf(PAGE.top),
      right: twipsOf(PAGE.right),
      bottom: twipsOf(PAGE.bottom),
      left: twipsOf(PAGE.left),
      header: 0,
      footer: twipsOf(PAGE.beneathNumber),
      gutter: 0,
    }),
    w('docGrid', { type: 'lines', linePitch: LINE_TWIPS }),
  );
}
