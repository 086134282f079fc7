import { RANKING_WORDS, type RankingPaper } from '#evaluations';
import { LANGUAGE_TAGS } from '#graphql';
import { type Markup, markup, printedPage, printedTable } from '#print';
import type { WrittenSheet } from '#sheets';

const WIDTHS = { narrow: 8, wide: 40 };
const USUAL_WIDTH = 24;
const LONGEST_NAME = 31;

export function rankingPage({ title, facts, columns, rows, changes, signatures }: RankingPaper): string {
  const body = markup`<h1>${title}</h1>
${facts.map((line) => markup`<p class="facts">${line}</p>\n`)}${printedTable(columns, rows, RANKING_WORDS.none)}${
    changes && changesSection(changes)
  }${signatures.map((line) => markup`<h2>${line}</h2>\n`)}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}

function changesSection({ title, summary, columns, rows }: NonNullable<RankingPaper['changes']>): Markup {
  return markup`<section>
<h2>${title}</h2>
<p class="summary">${summary}</p>
${printedTable(columns, rows, RANKING_WORDS.none)}</section>
`;
}

/** Until when objections can be made, and where to sign, stands beneath the rows: a sheet begins with its headings. */
export function rankingSheets({ changes, facts, signatures, ...ranking }: RankingPaper): WrittenSheet[] {
  const sheet = tableSheet(ranking);
  const blanks = ranking.columns.slice(1).map(() => null);
  const beneath = [...facts, ...signatures].map((line) => [line, ...blanks]);
  return [{ ...sheet, rows: [...sheet.rows, ...beneath] }, ...(changes ? [tableSheet(changes)] : [])];
}

function tableSheet({
  title,
  columns,
  rows,
}: Pick<RankingPaper, 'title' | 'columns' | 'rows'>): WrittenSheet {
  return {
    name: title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(-LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows,
  };
}
