import { RANKING_WORDS, type RankingPaper } from '#evaluations';
import { LANGUAGE_TAGS } from '#graphql';
import { markup, printedPage, printedTable } from '#print';
import type { WrittenSheet } from '#sheets';

const WIDTHS = { narrow: 8, wide: 40 };
const USUAL_WIDTH = 24;
const LONGEST_NAME = 31;

export function rankingPage({ title, facts, columns, rows }: RankingPaper): string {
  const body = markup`<h1>${title}</h1>
${facts.map((line) => markup`<p class="facts">${line}</p>\n`)}${printedTable(columns, rows, RANKING_WORDS.none)}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}

/** Until when objections can be made stands beneath the rows: a sheet begins with its headings. */
export function rankingSheet({ title, facts, columns, rows }: RankingPaper): WrittenSheet {
  const blanks = columns.slice(1).map(() => null);
  return {
    name: title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(-LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows: [...rows, ...facts.map((line) => [line, ...blanks])],
  };
}
