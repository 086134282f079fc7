import type { Line, TextLine } from '../lay-paper.js';
import { type Markup, markup } from '../../markup.js';
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
import { fonts } from './styles-part.js';
import { writeTable } from './table.js';

export function documentPart(lines: readonly Line[]): Markup {
  return xml(
    markup`<w:document xmlns:w="${NS.word}" xmlns:r="${NS.kinds}"><w:body>${lines.map((line) => ('kind' in line ? writeTable(line) : writeText(line)))}${page()}</w:body></w:document>`,
  );
}

function writeText({ style, text, label, freeAtRight }: TextLine): Markup {
  const labelled = label === '' ? null : run(label, markup`<w:rPr>${fonts(FONTS.HEITI.name)}</w:rPr>`);
  const body = text === '' ? null : run(text, runLook(style, text));
  return markup`<w:p><w:pPr><w:pStyle w:val="${style}"/>${borders(style)}${spaceBefore(style)}${indent(label, freeAtRight)}</w:pPr>${labelled}${body}</w:p>`;
}

function run(text: string, look: Markup | null): Markup {
  return markup`<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function runLook(style: TextLine['style'], text: string): Markup | null {
  if (style !== 'mark') return null;
  const halfPoints = markPoints(text) * 2;
  return markup`<w:rPr><w:color w:val="${MARK_COLOUR}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
}

/** Widths of lines are in eighths of a point: 8 is 0.35 mm. */
function borders(style: TextLine['style']): Markup | null {
  if (style === 'number')
    return markup`<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="11" w:color="${MARK_COLOUR}"/></w:pBdr>`;
  if (style !== 'copies') return null;
  return markup`<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr>`;
}

function spaceBefore(style: TextLine['style']): Markup | null {
  return style === 'mark' ? markup`<w:spacing w:before="${twipsOf(PAGE.aboveMark)}"/>` : null;
}

/** What follows a label hangs beneath its own first character; two characters are free on the left, as everywhere. */
function indent(label: string, freeAtRight: number): Markup | null {
  const hanging = Array.from(label).length;
  if (hanging > 0)
    return markup`<w:ind w:leftChars="${(hanging + 2) * 100}" w:left="${twips(hanging + 2)}" w:hangingChars="${hanging * 100}" w:hanging="${twips(hanging)}"/>`;
  if (freeAtRight === 0) return null;
  return markup`<w:ind w:rightChars="${freeAtRight * 100}" w:right="${twips(freeAtRight)}"/>`;
}

function twips(characters: number): number {
  return Math.round(characters * CHARACTER_TWIPS);
}

function page(): Markup {
  return markup`<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER_IDS.ODD}"/><w:footerReference w:type="even" r:id="${FOOTER_IDS.EVEN}"/><w:pgSz w:w="${twipsOf(PAGE.width)}" w:h="${twipsOf(PAGE.height)}"/><w:pgMar w:top="${twipsOf(PAGE.top)}" w:right="${twipsOf(PAGE.right)}" w:bottom="${twipsOf(PAGE.bottom)}" w:left="${twipsOf(PAGE.left)}" w:header="0" w:footer="${twipsOf(PAGE.beneathNumber)}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${LINE_TWIPS}"/></w:sectPr>`;
}
