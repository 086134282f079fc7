import type { Words } from '#graphql';
import { readForm, type CellPlace, type ReadSheet, type SheetEntry, type WorkbookProblem } from '#sheets';
import { ROSTER_THINGS, ROSTER_WORDS } from '../roster.words.js';
import { CellPlaces } from './cell-places.js';
import { ROSTER_SHEETS, type RosterSheet } from './roster-sheets.js';

type Lists = Record<RosterSheet['key'], readonly SheetEntry[]>;

/** A roster as the importer takes it, still unchecked, and where each part of it stands. */
export interface WorkbookRoster {
  readonly roster: unknown;
  readonly places: CellPlaces;
  /** What is wrong with the rows themselves; the roster is checked by the importer. */
  readonly problems: readonly WorkbookProblem[];
}

/** Brings the sheets into the shape of a roster file. */
export function readRosterWorkbook(sheets: readonly ReadSheet[]): WorkbookRoster {
  const problems: WorkbookProblem[] = [];
  const lists = readLists(sheets, problems);
  const places = new CellPlaces();
  const [region, another] = lists.region;
  if (another) problems.push({ ...another.placeOf(), message: ROSTER_WORDS.oneRegion });
  if (region) place(places, 'region', region);
  const networks = listOf('networks', lists.networks, places).map((values) => ({ ...values }));
  joinNetworks(networks, lists, places, problems);
  const roster = {
    region: region?.values ?? {},
    areas: listOf('areas', lists.areas, places),
    units: listOf('units', lists.units, places),
    networks,
    posts: listOf('posts', lists.posts, places),
  };
  return { roster, places, problems };
}

function readLists(sheets: readonly ReadSheet[], problems: WorkbookProblem[]): Lists {
  const lists: Lists = {
    region: [],
    areas: [],
    units: [],
    networks: [],
    members: [],
    serviceDays: [],
    facts: [],
    posts: [],
  };
  for (const sheet of ROSTER_SHEETS) {
    const given = sheets.find(({ name }) => name === sheet.name);
    if (!given) continue;
    const read = readForm(sheet, given);
    lists[sheet.key] = read.entries;
    problems.push(...read.problems);
  }
  return lists;
}

function listOf(key: string, entries: readonly SheetEntry[], places: CellPlaces): SheetEntry['values'][] {
  for (const [index, entry] of entries.entries()) place(places, `${key}[${index}]`, entry);
  return entries.map(({ values }) => values);
}

/** Also the cells that are empty, since that may be what is wrong. */
function place(places: CellPlaces, path: string, { placeOf }: SheetEntry): void {
  places.set(path, placeOf());
  for (const field of FIELDS) places.set(`${path}.${field}`, placeOf(field));
}

const FIELDS = new Set(ROSTER_SHEETS.flatMap(({ columns }) => columns.map(({ field }) => field)));

type LooseNetwork = Record<string, unknown> & {
  partners?: unknown[];
  others?: unknown[];
  serviceDays?: unknown[];
  facts?: Record<string, unknown>;
};

/** Members, service days and facts stand in sheets of their own, and in a roster inside their network. */
function joinNetworks(
  networks: readonly LooseNetwork[],
  lists: Lists,
  places: CellPlaces,
  problems: WorkbookProblem[],
): void {
  const eachOf = (entries: readonly SheetEntry[], add: (at: number, entry: SheetEntry) => void): void => {
    for (const entry of entries) {
      const code = entry.values['network'];
      const at = networks.findIndex((network) => network['code'] === code);
      if (code !== undefined && at >= 0) add(at, entry);
      else problems.push({ ...entry.placeOf('network'), message: whyNot(code) });
    }
  };
  const put = (at: number, list: 'partners' | 'others' | 'serviceDays', value: unknown): string =>
    `networks[${at}].${list}[${((networks[at] as LooseNetwork)[list] ??= []).push(value) - 1}]`;
  eachOf(lists.members, (at, { values, placeOf }) => {
    const role = values['role'];
    if (role !== 'PARTNER' && role !== 'GUEST')
      problems.push({ ...placeOf('role'), message: ROSTER_WORDS.partnerOrGuest });
    else places.set(put(at, role === 'PARTNER' ? 'partners' : 'others', values['unit']), placeOf('unit'));
  });
  eachOf(lists.serviceDays, (at, entry) => {
    const { network: _, ...day } = entry.values;
    place(places, put(at, 'serviceDays', day), entry);
  });
  eachOf(lists.facts, (at, { values, placeOf }) => {
    const fact = typeof values['name'] === 'string' ? values['name'] : '';
    const facts = ((networks[at] as LooseNetwork).facts ??= {});
    if (fact === '' || Object.hasOwn(facts, fact))
      problems.push({
        ...placeOf('name'),
        message: fact === '' ? ROSTER_WORDS.missing : ROSTER_WORDS.standsAbove,
      });
    facts[fact] = values['count'];
    places.set(`networks[${at}].facts.${fact}`, placeOf('count'));
  });
}

function whyNot(code: unknown): Words {
  if (code === undefined) return ROSTER_WORDS.missing;
  return ROSTER_WORDS.unknownCode({ what: ROSTER_THINGS.network, code: JSON.stringify(code) });
}

/** Where a problem goes that belongs to no cell. */
export const FIRST_CELL: CellPlace = { sheet: ROSTER_SHEETS[0]?.name ?? '', row: 1, column: 1 };
