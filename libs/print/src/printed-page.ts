import { Markup, markup } from './markup.js';
import { isDense, SIZES, type LetterSize } from './letter-size.js';
import { policyOf } from './page-policy.js';

/** For paper in black and white: no colour says anything, headings of tables come again on each sheet. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm 10mm 15mm; @bottom-center { content: counter(page) " / " counter(pages); } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.4 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 2mm; font-size: 18pt; text-align: center; }
h2 { margin: 6mm 0 1mm; font-size: 13pt; break-after: avoid; }
p { margin: 0 0 1mm; overflow-wrap: anywhere; }
.facts { text-align: center; }
.summary { break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 1.5mm; border: 0.5pt solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { border-bottom-width: 1.5pt; }
${SIZES.map((size) => `.pt${size} { font-size: ${size}pt; }`).join('\n')}
.dense { line-height: 1.25; }
.dense th, .dense td { padding: 0.25mm 0.9mm; }
.narrow { width: 5%; }
.wide { width: 24%; }
@media screen { body { max-width: 277mm; margin: 10mm auto; padding: 0 5mm; } }
`;

export const PRINTED_PAGE_POLICY = policyOf(STYLE);

/** One column of a printed table; widths by what stands in it. */
export interface PrintedColumn {
  readonly heading: string;
  readonly width?: 'narrow' | 'wide';
}

/** A page of A4 across, whole and by itself. `language` is a tag of BCP 47. */
export function printedPage(page: {
  readonly language: string;
  readonly title: string;
  readonly body: Markup;
}): string {
  return styledPage({ ...page, style: STYLE });
}

/** A page with a style of its own, whole and by itself; `policyOf` that style goes with it. */
export function styledPage(page: {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
}): string {
  return String(markup`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title}</title>
<style>${new Markup(page.style)}</style>
</head>
<body>
${page.body}</body>
</html>
`);
}

/** A table whose headings come again on each sheet; `none` stands in the only row of an empty one. Letters of 10 points unless told. */
export function printedTable(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  none: string,
  size: LetterSize = 10,
): Markup {
  const heads = columns.map(({ heading, width }) =>
    width
      ? markup`<th scope="col" class="${width}">${heading}</th>`
      : markup`<th scope="col">${heading}</th>`,
  );
  const lines = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`);
  const empty = markup`<tr><td colspan="${columns.length}">${none}</td></tr>\n`;
  return markup`<table class="pt${size}${isDense(size) ? ' dense' : ''}">
<thead><tr>${heads}</tr></thead>
<tbody>
${lines.length > 0 ? lines : empty}</tbody>
</table>
`;
}
