import { LANGUAGE_TAGS } from '#graphql';
import { markup, printedPage, printedTable } from '#print';
import type { ListsAnswer } from './lists-answer.js';
import { headOf, type HeadWish } from './lists-head.js';
import { tablesOf } from './lists-tables.js';
import { THREE_LISTS_WORDS as W } from './three-lists.words.js';

/** The three lists for a notice board. */
export function listsPage(answer: ListsAnswer, wish: HeadWish): string {
  const { language } = wish;
  const { title, asked, printed } = headOf(answer, wish);
  const tables = tablesOf(answer, language).map(
    ({ title: heading, summary, columns, rows }) => markup`<section>
<h2>${heading}</h2>
<p class="summary">${summary}</p>
${printedTable(columns, rows, W.none[language])}</section>
`,
  );
  const parts = asked.map((part, place) => [place > 0 ? ' · ' : null, markup`<bdi>${part}</bdi>`]);
  const body = markup`<h1>${title}</h1>
<p class="facts">${parts}</p>
<p class="facts">${printed}</p>
${tables}`;
  return printedPage({ language: LANGUAGE_TAGS[language], title, body });
}
