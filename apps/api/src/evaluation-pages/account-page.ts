import { ACCOUNT_WORDS as W, type AccountPaper } from '#evaluations';
import { LANGUAGE_TAGS } from '#graphql';
import { markup, printedPage, printedTable } from '#print';

const COLUMNS = [
  { heading: W.criterion, width: 'wide' },
  { heading: W.weight, width: 'narrow' },
  { heading: W.scores },
  { heading: W.mean },
  { heading: W.product },
] as const;

/** A table for each panel, and what is left out and the sum beneath. */
export function accountPage({ title, facts, panels, ending }: AccountPaper): string {
  const sections = panels.map(
    ({ heading, summary, rows }) => markup`<section>
<h2>${heading}</h2>
<p class="summary">${summary}</p>
${printedTable(COLUMNS, rows, W.none)}</section>
`,
  );
  const body = markup`<h1>${title}</h1>
${facts.map((line) => markup`<p class="facts">${line}</p>\n`)}${sections}${ending.map(
    (line) => markup`<h2>${line}</h2>\n`,
  )}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}
