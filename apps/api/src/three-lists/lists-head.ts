import type { Language, Words } from '#graphql';
import { NEEDS_WORDS } from '#needs';
import { RESOURCES_WORDS } from '#resources';
import { wallClock } from '../export/export-list.js';
import type { ListsAnswer } from './lists-answer.js';
import { nameIn } from './lists-tables.js';
import { THREE_LISTS_WORDS as W } from './three-lists.words.js';

export interface HeadWish {
  readonly language: Language;
  readonly printedAt: Date;
  /** As the API took it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** What stands above the lists, on paper and in a workbook alike. */
export interface ListsHead {
  readonly title: string;
  /** The quarter, and each part of the filter. */
  readonly asked: readonly string[];
  readonly printed: string;
}

/** Clocks that have a name where they are read. */
const CLOCKS: Readonly<Record<string, Words>> = { 'Asia/Shanghai': W.beijing };

export function headOf(answer: ListsAnswer, wish: HeadWish): ListsHead {
  const { language, printedAt } = wish;
  const { network } = answer;
  const zone = network.timeZone;
  const at = wallClock(printedAt.toISOString(), zone);
  return {
    title: W.title({ network: nameIn(network, language) })[language],
    asked: filterLine(answer, wish),
    printed: W.printed({ at, zone: CLOCKS[zone] ?? zone })[language],
  };
}

/** What was asked for, in words; of an id that the caller does not see it says that nothing is found. */
function filterLine({ quarter, network, unit }: ListsAnswer, { language, filter }: HeadWish): string[] {
  const [year = '', number = ''] = quarter.split('-Q');
  const among = (name: string, words: Readonly<Record<string, Words>>): string[] =>
    namesOf(filter[name]).flatMap((value) => words[value]?.[language] ?? []);
  const ids = namesOf(filter['categoryIds']);
  const categories = network.needCategories.filter(({ id }) => ids.includes(id));
  const unseen = [W.unseen[language]];
  const isUnseen = categories.length < new Set(ids).size;
  const parts: [Words, readonly string[]][] = [
    [W.category, [...categories.map((one) => nameIn(one, language)), ...(isUnseen ? unseen : [])]],
    [W.unit, unit ? [nameIn(unit, language)] : filter['unitId'] === undefined ? [] : unseen],
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
