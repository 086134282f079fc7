import { hidePhones, type Language, type Words } from '#graphql';
import { NEEDS_WORDS } from '#needs';
import type { PrintedColumn } from '#print';
import { RESOURCES_WORDS } from '#resources';
import { wallClock } from '../export/export-list.js';
import type { Listed, ListsAnswer, Named, NeedEntry, OfferEntry, ProjectEntry } from './lists-answer.js';
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

interface Reader {
  readonly language: Language;
  readonly zone: string;
}

/** A column of a list: its heading, its cell, and its width where that is not as all others. */
type Column<Entry> = readonly [
  heading: Words,
  cell: (entry: Entry, reader: Reader) => Cell,
  width?: PrintedColumn['width'],
];

const W = THREE_LISTS_WORDS;
const { offerKinds, offerStates } = RESOURCES_WORDS;
const { needStates, needUrgencies, projectStates } = NEEDS_WORDS;

const OFFER_COLUMNS: readonly Column<OfferEntry>[] = [
  [W.name, ({ title }) => said(title)],
  [W.kind, ({ kind }, { language }) => offerKinds[kind][language]],
  [W.unit, ({ unit }, { language }) => nameIn(unit, language)],
  [W.description, ({ description }) => said(description), 'wide'],
  [W.state, ({ state }, { language }) => offerStates[state][language]],
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
];

const PROJECT_COLUMNS: readonly Column<ProjectEntry>[] = [
  [W.name, ({ title }) => said(title)],
  [W.what, ({ what }) => said(what), 'wide'],
  [W.category, ({ category }, { language }) => nameIn(category, language)],
  [W.lead, ({ lead }, { language }) => nameIn(lead, language)],
  [W.hosts, hostsOf],
  [W.days, ({ startsOn, endsOn }) => [startsOn, endsOn].filter((day) => day !== null).join('–')],
  [W.state, ({ state }, { language }) => projectStates[state][language]],
  [W.result, ({ result }) => said(result)],
];

const UNMET_COLUMNS: readonly Column<NeedEntry>[] = [
  ...ASKED_COLUMNS,
  [W.reason, ({ reason }) => said(reason), 'wide'],
  [W.unmetSince, ({ endedAt }, { zone }) => endedAt && wallClock(endedAt, zone)],
];

/** The lists, and at their end what goes before the next meeting. */
export function tablesOf(answer: ListsAnswer, language: Language): ListTable[] {
  const reader = { language, zone: answer.network.timeZone };
  const kinds = answer.offersByKind.map(({ kind, count }) => ({ what: offerKinds[kind], count }));
  const needs = answer.needsByState.map(({ state, count }) => ({ what: needStates[state], count }));
  const projects = answer.projectsByState.map(({ state, count }) => ({ what: projectStates[state], count }));
  return [
    tableOf(W.offers, answer.offers, OFFER_COLUMNS, reader, kinds),
    tableOf(W.needs, answer.needs, NEED_COLUMNS, reader, needs),
    tableOf(W.projects, answer.projects, PROJECT_COLUMNS, reader, projects),
    tableOf(W.unmet, answer.unmetForMeeting, UNMET_COLUMNS, reader, []),
  ];
}

/** In Chinese where there is no other name. */
export function nameIn({ name, nameEn }: Named, language: Language): string {
  return language === 'en' ? (nameEn ?? name) : name;
}

function tableOf<Entry>(
  title: Words,
  { totalCount, entries }: Listed<Entry>,
  columns: readonly Column<Entry>[],
  reader: Reader,
  counts: readonly { readonly what: Words; readonly count: number }[],
): ListTable {
  const { language } = reader;
  const isCut = entries.length < totalCount;
  const total = isCut ? W.cut({ count: totalCount, most: entries.length }) : W.total({ count: totalCount });
  const parts = counts.map(({ what, count }) => W.tally({ what, count }));
  return {
    title: title[language],
    isCut,
    summary: [total, ...parts].map((part) => part[language]).join(language === 'zh' ? '；' : '; '),
    columns: [
      { heading: W.number[language], width: 'narrow' },
      ...columns.map(([heading, , width]) => ({ heading: heading[language], ...(width && { width }) })),
    ],
    rows: entries.map((entry, at) => [at + 1, ...columns.map(([, cell]) => cell(entry, reader))]),
  };
}

/** What somebody wrote, without the phones that may stand in it: it leaves the network. */
function said(text: string | null): string | null {
  return text === null ? null : hidePhones(text);
}

/** Those that take part: who was only asked is nobody's business on a wall. */
function hostsOf({ hosts }: ProjectEntry, { language }: Reader): string {
  const names = hosts.filter(({ state }) => state === 'ACCEPTED').map(({ unit }) => nameIn(unit, language));
  return names.join(language === 'zh' ? '、' : ', ');
}

/** The day once where it is the same. */
function spanOf({ startsAt, endsAt }: NeedEntry, { language, zone }: Reader): string {
  if (startsAt === null || endsAt === null) return W.anyTime[language];
  const [from, to] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  const [day, time] = to.split(' ');
  return `${from}–${from.startsWith(`${day} `) ? time : to}`;
}
