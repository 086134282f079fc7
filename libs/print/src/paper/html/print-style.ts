import type { Line } from '../lay-paper.js';
import {
  CHARACTER_SPACING,
  type Font,
  FONTS,
  LOOKS,
  MARK_COLOUR,
  markPoints,
  PAGE,
  SMALL_POINTS,
  type Style,
  TEXT_POINTS,
} from '../official-layout.js';

const ALIGN = { BOTH: 'justify', CENTRE: 'center', RIGHT: 'right' } as const;

const SELECTORS: Readonly<Record<Style, string>> = {
  mark: 'p.mark',
  number: 'p.number',
  title: 'h1',
  recipients: 'p.recipients',
  heading1: 'h2',
  heading2: 'h3',
  text: 'p.text',
  labelled: 'p.labelled',
  signature: 'p.signature',
  copies: 'p.copies',
  cell: 'td',
  columnHeading: 'th',
  blank: 'p.blank',
};

const looks = (Object.keys(SELECTORS) as Style[]).map((style) => {
  const { font, points, align, indent, lineTwips } = LOOKS[style];
  return `${SELECTORS[style]}{font:${points}pt/${lineTwips / 20}pt ${familyOf(font)};text-align:${ALIGN[align]};text-indent:${indent}em${points === TEXT_POINTS ? `;letter-spacing:${CHARACTER_SPACING / 20}pt` : ''}}\n`;
});

/** Page numbers stand at the outer edge, one character in, between dashes; browsers that know no page margins leave them out. */
export const PRINT_STYLE = `
@page{size:A4;margin:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:${SMALL_POINTS}pt ${familyOf('SONGTI')};padding:7mm 1em 0 0;vertical-align:top}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:${SMALL_POINTS}pt ${familyOf('SONGTI')};padding:7mm 0 0 1em;vertical-align:top}}
*{box-sizing:border-box;margin:0;font-weight:normal}
body{overflow-wrap:anywhere}
${looks.join('')}p.blank{height:${LOOKS.blank.lineTwips / 20}pt}
p.mark{color:#${MARK_COLOUR};padding-top:${PAGE.aboveMark}mm}
p.number{padding-bottom:4mm;border-bottom:.35mm solid #${MARK_COLOUR}}
h1+p.number{padding:0;border:0}
p.labelled b{font-family:${familyOf('HEITI')}}
p.copies{border:.35mm solid;border-width:.35mm 0;padding:0 1em}
h1,h2,h3,thead{break-after:avoid}
table{width:100%;border-collapse:collapse;table-layout:fixed}
tr{break-inside:avoid}
th,td{border:.2mm solid;padding:1mm 1.5mm}
thead{display:table-header-group}
td.centre{text-align:center}
table.signed td{height:12mm}
@media screen{body{background:#eee}main{width:${PAGE.width}mm;margin:5mm auto;padding:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm;background:#fff}}
`;

/** What a line has that others of its style have not: a smaller head, a wider label, room at the right, its columns. */
export function measureRule(line: Line, id: string): string {
  if ('kind' in line) {
    const all = line.columns.reduce((sum, { share }) => sum + share, 0);
    return line.columns
      .map(({ share }, at) => `#${id} th:nth-child(${at + 1}){width:${((100 * share) / all).toFixed(2)}%}\n`)
      .join('');
  }
  const { style, text, label, freeAtRight } = line;
  if (style === 'mark') return `#${id}{font-size:${markPoints(text)}pt}\n`;
  if (style === 'signature') return `#${id}{padding-right:${freeAtRight}em}\n`;
  if (style !== 'labelled') return '';
  const hanging = Array.from(label).length;
  return `#${id}{margin-left:${hanging + 2}em;text-indent:-${hanging}em}\n`;
}

function familyOf(font: Font): string {
  const { name, others } = FONTS[font];
  const quoted = [name, ...others].map((one) => `"${one}"`);
  return [...quoted, font === 'HEITI' ? 'sans-serif' : 'serif'].join(',');
}
