import { hidePhones, listWords, type Language, type Words } from '#graphql';
import { NEEDS_WORDS } from '#needs';
import type { PrintedColumn } from '#print';
import { RESOURCES_WORDS } from '#resources';
import { wallClock } from '../export/export-list.js';
import type {
  CategoryCount,
  Listed,
  ListsAnswer,
  Named,
  NeedEntry,
  OfferEntry,
  ProjectEntry,
} from './lists-answer.js';
import { THREE_LISTS_WORDS } from './three-lists.words.js';

export type Cell = string | number | null;

/** One of the lists as people read it, on paper and in a workbook alike. */
export interface ListTable {
  readonly title: string;
  /** How many there are, and of what. */
  readonly summary: string;
  /** Whether the list goes on. */
  readonly isCut: boolean;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** For whom, and by which clock. */
interface Locale {
  readonly language: Language;
  readonly zone: string;
}

/** A column of a list: its heading, its cell, and its width where that is not as all others. */
type Column<Entry> = readonly [
  heading: Words,
  cell: (entry: Entry, locale: Locale) => Cell,
  width?: PrintedColumn['width'],
];

const W = THREE_LISTS_WORDS;
const { offerKinds, offerStates } = RESOURCES_WORDS;
const { needSources, needStates, needUrgencies, projectStates } = NEEDS_WORDS;

const OFFER_COLUMNS: readonly Column<OfferEntry>[] = [
  [W.name, ({ title }) => said(title)],
  [W.kind, ({ kind }, { language }) => offerKinds[kind][language]],
  [W.unit, ({ unit }, { language }) => nameIn(unit, language)],
  [W.description, ({ description }) => said(description), 'wide'],
  [W.facts, factsOf],
];

const ASKED_COLUMNS: readonly Column<NeedEntry>[] = [
  [W.name, ({ title }) => said(title)],
  [W.what, ({ what }) => said(what), 'wide'],
  [W.category, ({ category }, { language }) => nameIn(category, language)],
  [W.unit, ({ unit }, { language }) => nameIn(unit, language)],
];

const NEED_COLUMNS: readonly Column<NeedEntry>[] = [
  ...ASKED_COLUMNS,
  [W.location, ({ location }) => said(location)],
  [W.time, spanOf],
  [W.heads, ({ heads }) => heads, 'narrow'],
  [W.urgency, ({ urgency }, { language }) => needUrgencies[urgency][language], 'narrow'],
  [W.state, ({ state }, { language }) => needStates[state][language]],
  [W.source, ({ source }, { language }) => needSources[source][language]],
  [W.helpers, helpersOf],
];

const PROJECT_COLUMNS: readonly Column<ProjectEntry>[] = [
  [W.name, ({ title }) => said(title)],
  [W.what, ({ what }) => said(what), 'wide'],
  [W.category, ({ category }, { language }) => nameIn(category, language)],
  [W.lead, ({ lead }, { language }) => nameIn(lead, language)],
  [W.hosts, hostsOf],
  [W.takenOn, ({ needs }) => said(needs.map(({ title }) => title).join('\n'))],
  [W.days, ({ startsOn, endsOn }) => [startsOn, endsOn].filter((day) => day !== null).join('–')],
  [W.state, ({ state }, { language }) => projectStates[state][language]],
  [W.overdue, overdueOf],
  [W.result, ({ result }) => said(result)],
];

const UNMET_COLUMNS: readonly Column<NeedEntry>[] = [
  ...ASKED_COLUMNS,
  [W.reason, ({ reason }) => said(reason), 'wide'],
  [W.unmetSince, ({ endedAt }, { zone }) => endedAt && wallClock(endedAt, zone)],
];

/** The lists, and at their end what goes before the next meeting. */
export function tablesOf(answer: ListsAnswer, language: Language): ListTable[] {
  const locale = { language, zone: answer.network.timeZone };
  const kinds = answer.offersByKind.map(({ kind, count }) => W.tally({ what: offerKinds[kind], count }));
  const needs = answer.needsByState.map(({ state, count }) => W.tally({ what: needStates[state], count }));
  const projects = answer.projectsByState.map(({ state, count }) =>
    W.tally({ what: projectStates[state], count }),
  );
  return [
    tableOf(W.offers, answer.offers, OFFER_COLUMNS, locale, kinds),
    tableOf(W.needs, answer.needs, NEED_COLUMNS, locale, [...needs, ...byCategory(answer.needsByCategory)]),
    tableOf(W.projects, answer.projects, PROJECT_COLUMNS, locale, [
      ...projects,
      ...byCategory(answer.projectsByCategory),
    ]),
    tableOf(W.unmet, answer.unmetForMeeting, UNMET_COLUMNS, locale, []),
  ];
}

/** In Chinese where there is no other name; empty for what the reader can no longer see. */
export function nameIn(named: Named | null, language: Language): string {
  if (named === null) return '';
  return language === 'en' ? (named.nameEn ?? named.name) : named.name;
}

function tableOf<Entry>(
  title: Words,
  { totalCount, entries }: Listed<Entry>,
  columns: readonly Column<Entry>[],
  locale: Locale,
  counts: readonly Words[],
): ListTable {
  const { language } = locale;
  const isCut = entries.length < totalCount;
  const total = isCut ? W.cut({ count: totalCount, most: entries.length }) : W.total({ count: totalCount });
  return {
    title: title[language],
    isCut,
    summary: [total, ...counts].map((part) => part[language]).join(language === 'zh' ? '；' : '; '),
    columns: [
      { heading: W.number[language], width: 'narrow' },
      ...columns.map(([heading, , width]) => ({ heading: heading[language], ...(width && { width }) })),
    ],
    rows: entries.map((entry, at) => [at + 1, ...columns.map(([, cell]) => cell(entry, locale))]),
  };
}

/** One part of the summary; none when nothing is counted. */
function byCategory(counts: readonly CategoryCount[]): Words[] {
  if (counts.length === 0) return [];
  const parts = counts.map(({ category, count }) => {
    const what = { en: nameIn(category, 'en'), zh: category.name };
    return W.tally({ what, count });
  });
  return [W.byCategory({ counts: listWords(parts) })];
}

/** What somebody wrote, without the phones that may stand in it: it leaves the network. */
function said(text: string | null): string | null {
  return text === null ? null : hidePhones(text);
}

/** By its kind; one that was withdrawn, which its own unit reads, says so. */
function factsOf(offer: OfferEntry, { language }: Locale): string {
  const facts = hidePhones(saidOfKind(offer, language));
  return offer.state === 'PUBLISHED' ? facts : `${facts}\n${offerStates[offer.state][language]}`;
}

function saidOfKind(offer: OfferEntry, language: Language): string {
  switch (offer.kind) {
    case 'VENUE':
      return W.capacity(offer)[language];
    case 'VEHICLE':
      return W.seats(offer)[language];
    case 'POWER_SUPPLY':
      return W.load({ voltage: offer.voltage, load: Number(offer.maxLoadKw) })[language];
    case 'EQUIPMENT':
      return W.pieces(offer)[language];
    case 'EXPERTISE':
      return offer.field;
  }
}

/** Those that have taken it on, each once: who was only asked is nobody's business on a wall. */
function helpersOf({ claims }: NeedEntry, { language }: Locale): string {
  const names = claims.edges.flatMap(({ node: { state, unit } }) =>
    unit && (state === 'ACCEPTED' || state === 'DONE') ? [nameIn(unit, language)] : [],
  );
  return [...new Set(names)].join(language === 'zh' ? '、' : ', ');
}

/** Those that take part: who was only asked is nobody's business on a wall. */
function hostsOf({ hosts }: ProjectEntry, { language }: Locale): string {
  const taking = hosts.filter(({ state, unit }) => state === 'ACCEPTED' && unit !== null);
  const names = taking.map(({ unit }) => nameIn(unit, language));
  return names.join(language === 'zh' ? '、' : ', ');
}

function overdueOf({ steps }: ProjectEntry, { language }: Locale): string {
  const late = steps.filter(({ overdue }) => overdue);
  return late
    .map(({ title, unit, dueOn: day }) =>
      W.overdueStep({ title: hidePhones(title), unit: nameIn(unit, language), day }),
    )
    .map((line) => line[language])
    .join('\n');
}

/** The day once where it is the same. */
function spanOf({ startsAt, endsAt, urgency }: NeedEntry, { language, zone }: Locale): string {
  if (startsAt === null || endsAt === null) return (urgency === 'URGENT' ? W.atOnce : W.anyTime)[language];
  const [from, to] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  const [day, time] = to.split(' ');
  return `${from}–${from.startsWith(`${day} `) ? time : to}`;
}
