import { LANGUAGE_TAGS, type Language, type Words } from '#graphql';
import { NEEDS_WORDS } from '#needs';
import { markup, printedPage, printedTable } from '#print';
import { RESOURCES_WORDS } from '#resources';
import { wallClock } from '../export/export-list.js';
import type { ListsAnswer } from './lists-answer.js';
import { nameIn, tablesOf } from './lists-tables.js';
import { THREE_LISTS_WORDS as W } from './three-lists.words.js';

export interface PageWish {
  readonly language: Language;
  readonly printedAt: Date;
  /** As the API took it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The three lists for a notice board. */
export function listsPage(answer: ListsAnswer, wish: PageWish): string {
  const { language, printedAt } = wish;
  const { network } = answer;
  const zone = network.timeZone;
  const title = W.title({ network: nameIn(network, language) })[language];
  const at = wallClock(printedAt.toISOString(), zone);
  const tables = tablesOf(answer, language).map(
    ({ title: heading, summary, columns, rows }) => markup`<section>
<h2>${heading}</h2>
<p class="summary">${summary}</p>
${printedTable(columns, rows, W.none[language])}</section>
`,
  );
  const asked = filterLine(answer, wish).map((part, place) => [
    place > 0 ? ' · ' : null,
    markup`<bdi>${part}</bdi>`,
  ]);
  const body = markup`<h1>${title}</h1>
<p class="facts">${asked}</p>
<p class="facts">${W.printed({ at, zone })[language]}</p>
${tables}`;
  return printedPage({ language: LANGUAGE_TAGS[language], title, body });
}

/** What was asked for, in words; ids that the caller does not see are named by nothing. */
function filterLine({ quarter, network, unit }: ListsAnswer, { language, filter }: PageWish): string[] {
  const [year = '', number = ''] = quarter.split('-Q');
  const among = (name: string, words: Readonly<Record<string, Words>>): string[] =>
    namesOf(filter[name]).flatMap((value) => words[value]?.[language] ?? []);
  const ids = namesOf(filter['categoryIds']);
  const categories = network.needCategories.filter(({ id }) => ids.includes(id));
  const parts: [Words, readonly string[]][] = [
    [W.category, categories.map((category) => nameIn(category, language))],
    [W.unit, unit ? [nameIn(unit, language)] : []],
    [W.offers, among('offerKinds', RESOURCES_WORDS.offerKinds)],
    [W.needs, among('needStates', NEEDS_WORDS.needStates)],
    [W.projects, among('projectStates', NEEDS_WORDS.projectStates)],
  ];
  return [
    W.quarter({ year, number })[language],
    ...parts.flatMap(([what, values]) =>
      values.length > 0
        ? [W.only({ what, values: values.join(language === 'zh' ? '、' : ', ') })[language]]
        : [],
    ),
  ];
}

function namesOf(given: unknown): string[] {
  return Array.isArray(given) ? given.map(String) : [];
}
