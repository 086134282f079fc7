import { layPaper, linesOf, type Line, type TextLine } from '../lay-paper.js';
import { type Markup, markup } from '../markup.js';
import { markPoints } from '../official-layout.js';
import type { Column, Paper, Table } from '../paper.js';
import { PRINT_STYLE } from './print-style.js';

/** A whole page of HTML that prints on A4 as the paper in DOCX does; it runs nothing and loads nothing. */
export function writeHtml(paper: Paper): string {
  const { source } = markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${linesOf(paper.title).join(' ')}</title>
<style>${PRINT_STYLE}</style>
</head>
<body>
<main>
${layPaper(paper).map(writeLine)}</main>
</body>
</html>
`;
  return source;
}

function writeLine(line: Line): Markup {
  return 'kind' in line ? writeTable(line) : writeText(line);
}

function writeText({ style, text, label, freeAtRight }: TextLine): Markup {
  switch (style) {
    case 'title':
      return markup`<h1>${text}</h1>\n`;
    case 'heading1':
      return markup`<h2>${text}</h2>\n`;
    case 'heading2':
      return markup`<h3>${text}</h3>\n`;
    case 'mark':
      return markup`<p class="mark" style="font-size:${markPoints(text)}pt">${text}</p>\n`;
    case 'labelled': {
      const hanging = [...label].length;
      return markup`<p class="labelled" style="margin-left:${hanging + 2}em;text-indent:-${hanging}em"><b>${label}</b>${text}</p>\n`;
    }
    case 'signature':
      return markup`<p class="signature" style="padding-right:${freeAtRight}em">${text}</p>\n`;
    default:
      return markup`<p class="${style}">${text}</p>\n`;
  }
}

function writeTable({ columns, rows, isSigned }: Table): Markup {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => markup`<col style="width:${((100 * share) / all).toFixed(2)}%">`);
  const headings = columns.map(({ heading }) => markup`<th scope="col">${heading}</th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell, at) => writeCell(cell, columns[at]))}</tr>\n`);
  return markup`<table${isSigned ? markup` class="signed"` : ''}>
<colgroup>${widths}</colgroup>
<thead><tr>${headings}</tr></thead>
<tbody>
${body}</tbody>
</table>
`;
}

function writeCell(text: string, column: Column | undefined): Markup {
  const lines = linesOf(text).map((line, at) => (at === 0 ? markup`${line}` : markup`<br>${line}`));
  return column?.align === 'CENTRE' ? markup`<td class="centre">${lines}</td>` : markup`<td>${lines}</td>`;
}
