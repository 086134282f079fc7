import { MS_PER_DAY, Zone, type Span } from '#calendar';
import { hidePhones } from '#graphql';
import { groupBy } from '#reads';
import { DISH_KINDS, SEGMENTS } from '../dish/dish.words.js';
import { writePlaces, type PublishedDish } from '../version/published-dish.js';
import { MENU_PAPER_WORDS as W } from './menu-paper.words.js';

/** A menu as it hangs on the notice board, in Chinese; the same on paper and in a workbook. */
export interface MenuTable {
  readonly title: string;
  /** Which version, and of when. */
  readonly edition: string;
  readonly columns: readonly { readonly heading: string; readonly width?: 'narrow' | 'wide' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

type Column = readonly [
  heading: string,
  cell: (dish: PublishedDish, zone: string) => string | null,
  width?: 'narrow' | 'wide',
];

const COLUMNS: readonly Column[] = [
  [W.what, ({ title, what }) => [title, ...(what === null ? [] : [what])].map(hidePhones).join('\n'), 'wide'],
  [W.kind, ({ kind }) => DISH_KINDS[kind].zh, 'narrow'],
  [W.time, ({ dates }, zone) => writeTimes(dates, zone).join('\n')],
  [W.place, (dish) => hidePhones(writePlaces(dish).join('、'))],
  [W.lead, ({ lead, hosts }) => [lead, ...hosts].join('、')],
  [W.segments, ({ segments }) => segments.map((one) => SEGMENTS[one].zh).join('、')],
  [W.quota, ({ quota }) => (quota === null ? W.unlimited : W.heads({ count: quota })), 'narrow'],
];

/** Never with a contact: what is printed hangs where everybody reads it. */
export function menuTable(
  menu: {
    readonly network: string;
    readonly month: string;
    readonly number: number;
    readonly publishedAt: Date;
    readonly dishes: readonly PublishedDish[];
  },
  zone: string,
): MenuTable {
  const [year = '', month = ''] = menu.month.split('-');
  const publishedOn = new Date(localAt(menu.publishedAt, zone)).toISOString().slice(0, 10);
  return {
    title: W.title({ network: menu.network, year, month: Number(month) }),
    edition: W.edition({ number: menu.number, at: publishedOn }),
    columns: [
      { heading: W.number, width: 'narrow' },
      ...COLUMNS.map(([heading, , width]) => ({ heading, ...(width && { width }) })),
    ],
    rows: menu.dishes.map((dish, at) => [at + 1, ...COLUMNS.map(([, cell]) => cell(dish, zone))]),
  };
}

/** What comes at the same hours stands on one line, `6、13、20日 09:00–11:00`: the month stands above. */
function writeTimes(dates: PublishedDish['dates'], zone: string): string[] {
  const times = dates.map((date) => writeTime(date, zone));
  return [...groupBy(times, ({ hours }) => hours)].map(([hours, of]) =>
    W.days({ days: of.map(({ day }) => day).join('、'), hours }),
  );
}

function writeTime(
  { startsAt, endsAt }: PublishedDish['dates'][number],
  zone: string,
): { day: string; hours: string } {
  const { from, to } = localSpan({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, zone);
  const day = String(dayOf(from));
  if (from % MS_PER_DAY === 0 && to - from === MS_PER_DAY) return { day, hours: W.allDay };
  const blanks = { from: clockOf(from), to: clockOf(to) };
  if (Math.floor(from / MS_PER_DAY) === Math.floor(to / MS_PER_DAY))
    return { day, hours: `${blanks.from}–${blanks.to}` };
  return { day, hours: W.longer({ ...blanks, lastDay: dayOf(to) }) };
}

function localSpan({ startsAt, endsAt }: Span, zone: string): { from: number; to: number } {
  return { from: localAt(startsAt, zone), to: localAt(endsAt, zone) };
}

function localAt(instant: Date, zone: string): number {
  return Zone.of(zone).localAt(instant.getTime());
}

function dayOf(local: number): number {
  return new Date(local).getUTCDate();
}

function clockOf(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}
