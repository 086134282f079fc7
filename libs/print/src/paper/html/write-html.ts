import { Markup, markup } from '../../markup.js';
import { policyOf } from '../../page-policy.js';
import { layPaper, type Line, type TextLine } from '../lay-paper.js';
import type { Column, Paper, Table } from '../paper.js';
import { linesOf, oneLine } from '../printable-lines.js';
import { measureRule, PRINT_STYLE } from './print-style.js';

export interface HtmlPaper {
  readonly page: string;
  /** The Content-Security-Policy to send with it. */
  readonly policy: string;
}

/** A paper as a whole page of HTML, which prints on A4 as the one in DOCX does; it runs and loads nothing. */
export function writeHtml(paper: Paper): HtmlPaper {
  const lines = layPaper(paper);
  const style = PRINT_STYLE + lines.map((line, at) => measureRule(line, idOf(at))).join('');
  const page = markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${oneLine(paper.title)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${lines.map((line, at) => writeLine(line, idOf(at)))}</main>
</body>
</html>
`;
  return { page: String(page), policy: policyOf(style) };
}

/** By which a line is found that has a measure of its own. */
function idOf(place: number): string {
  return `l${place}`;
}

function writeLine(line: Line, id: string): Markup {
  return 'kind' in line ? writeTable(line, id) : writeText(line, id);
}

function writeText({ style, text, label }: TextLine, id: string): Markup {
  switch (style) {
    case 'title':
      return markup`<h1>${text}</h1>\n`;
    case 'heading1':
      return markup`<h2>${text}</h2>\n`;
    case 'heading2':
      return markup`<h3>${text}</h3>\n`;
    case 'labelled':
      return markup`<p id="${id}" class="labelled"><b>${label}</b>${text}</p>\n`;
    case 'mark':
    case 'signature':
      return markup`<p id="${id}" class="${style}">${text}</p>\n`;
    default:
      return markup`<p class="${style}">${text}</p>\n`;
  }
}

function writeTable({ columns, rows, isSigned }: Table, id: string): Markup {
  const headings = columns.map(({ heading }) => markup`<th scope="col">${oneLine(heading)}</th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell, at) => writeCell(cell, columns[at]))}</tr>\n`);
  return markup`<table id="${id}" class="${isSigned ? 'signed' : 'read'}">
<thead><tr>${headings}</tr></thead>
<tbody>
${body}</tbody>
</table>
`;
}

function writeCell(text: string, column: Column | undefined): Markup {
  const lines = linesOf(text).map((line, at) => (at === 0 ? line : markup`<br>${line}`));
  return column?.align === 'CENTRE' ? markup`<td class="centre">${lines}</td>` : markup`<td>${lines}</td>`;
}
