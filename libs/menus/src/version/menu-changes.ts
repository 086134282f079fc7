import { hidePhones, listWords, type Words } from '#graphql';
import { isDeepStrictEqual } from 'node:util';
import { writeDishTime } from '../dish/dish-time.js';
import { DISH_KINDS, SEGMENTS as SEGMENT_NAMES } from '../dish/dish.words.js';
import { MENU_CHANGE_ASPECTS, MENU_CHANGE_WORDS as W } from './menu-changes.words.js';
import type { PublishedDish } from './published-dish.js';

export enum MenuChangeCode {
  ADDED = 'ADDED',
  CANCELLED = 'CANCELLED',
  TITLE = 'TITLE',
  KIND = 'KIND',
  TIME = 'TIME',
  PLACE = 'PLACE',
  LEAD = 'LEAD',
  HOSTS = 'HOSTS',
  QUOTA = 'QUOTA',
  DEADLINE = 'DEADLINE',
  SEGMENTS = 'SEGMENTS',
  WHAT = 'WHAT',
}

/** One thing that changed, as it was said in both languages when it was published. */
export interface MenuChange {
  readonly code: MenuChangeCode;
  readonly dishId: string;
  readonly title: string;
  readonly zh: string;
  readonly en: string;
}

/** By what is compared, and how it is said. */
type Aspect = readonly [
  code: MenuChangeCode,
  of: (dish: PublishedDish) => unknown,
  say: (dish: PublishedDish, zone: string) => Words,
];

/** As it was typed, but for phones: versions and notices are read by more people than ring. */
const said = (text: string): Words => {
  const shown = hidePhones(text);
  return { en: shown, zh: shown };
};
const names = (all: readonly string[]): Words => (all.length > 0 ? listWords(all.map(said)) : W.none);

const ASPECTS: readonly Aspect[] = [
  [MenuChangeCode.TITLE, ({ title }) => title, ({ title }) => said(title)],
  [MenuChangeCode.KIND, ({ kind }) => kind, ({ kind }) => DISH_KINDS[kind]],
  [MenuChangeCode.TIME, ({ dates }) => dates, timesOf],
  [MenuChangeCode.PLACE, ({ place, offers, pendingOffers }) => [place, offers, pendingOffers], placeOf],
  [MenuChangeCode.LEAD, ({ leadUnitId }) => leadUnitId, ({ lead }) => said(lead)],
  [MenuChangeCode.HOSTS, ({ hostUnitIds }) => hostUnitIds, ({ hosts }) => names(hosts)],
  [MenuChangeCode.QUOTA, ({ quota, quotaPerUnit }) => [quota, quotaPerUnit], quotaOf],
  [MenuChangeCode.DEADLINE, ({ signUpDeadline }) => signUpDeadline, deadlineOf],
  [
    MenuChangeCode.SEGMENTS,
    ({ segments }) => segments,
    (dish) => listWords(dish.segments.map((one) => SEGMENT_NAMES[one])),
  ],
];

/** What changed of which dish, in the order of the menu; what is no longer on it comes last, with the reason by its id. */
export function changesBetween(
  before: readonly PublishedDish[],
  after: readonly PublishedDish[],
  zone: string,
  reasons: ReadonlyMap<string, string> = new Map(),
): MenuChange[] {
  const old = new Map(before.map((dish) => [dish.id, dish]));
  const stands = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((dish) => {
      const was = old.get(dish.id);
      return was ? changesOf(was, dish, zone) : [added(dish, zone)];
    }),
    ...before.filter(({ id }) => !stands.has(id)).map((dish) => cancelled(dish, reasons.get(dish.id))),
  ];
}

function changesOf(was: PublishedDish, is: PublishedDish, zone: string): MenuChange[] {
  const changes = ASPECTS.filter(([, of]) => !isDeepStrictEqual(of(was), of(is))).map(([code, , say]) => {
    const blanks = {
      what: MENU_CHANGE_ASPECTS[code],
      from: say(was, zone),
      to: say(is, zone),
      title: hidePhones(is.title),
    };
    return { code, ...identify(is), ...W.changed(blanks) };
  });
  const text = ({ what, contactName, contactPhone }: PublishedDish) => [what, contactName, contactPhone];
  if (isDeepStrictEqual(text(was), text(is))) return changes;
  return [
    ...changes,
    { code: MenuChangeCode.WHAT, ...identify(is), ...W.reworded({ title: hidePhones(is.title) }) },
  ];
}

function added(dish: PublishedDish, zone: string): MenuChange {
  const words = W.added({ title: hidePhones(dish.title), time: timesOf(dish, zone), lead: dish.lead });
  return { code: MenuChangeCode.ADDED, ...identify(dish), ...words };
}

function cancelled(dish: PublishedDish, why: string | undefined): MenuChange {
  const title = hidePhones(dish.title);
  const words = why ? W.cancelledFor({ title, reason: hidePhones(why) }) : W.cancelled({ title });
  return { code: MenuChangeCode.CANCELLED, ...identify(dish), ...words };
}

function identify({ id, title }: PublishedDish): Pick<MenuChange, 'dishId' | 'title'> {
  return { dishId: id, title };
}

function timesOf({ dates }: PublishedDish, zone: string): Words {
  if (dates.length === 0) return W.none;
  return listWords(
    dates.map(({ startsAt, endsAt }) =>
      writeDishTime({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, zone),
    ),
  );
}

function placeOf({ place, offers, pendingOffers }: PublishedDish): Words {
  const all = [
    ...[...(place === null ? [] : [place]), ...offers].map(said),
    ...pendingOffers.map((title) => W.pending({ title: hidePhones(title) })),
  ];
  return all.length > 0 ? listWords(all) : W.none;
}

function quotaOf({ quota, quotaPerUnit }: PublishedDish): Words {
  const all = quota === null ? W.unlimited : W.heads({ count: quota });
  return quotaPerUnit === null ? all : W.ofUnit({ all, count: quotaPerUnit });
}

function deadlineOf({ signUpDeadline: at }: PublishedDish, zone: string): Words {
  if (at === null) return W.untilStart;
  const { zh, en } = writeDishTime({ startsAt: new Date(at), endsAt: new Date(at) }, zone);
  // A span without length: its start is the instant.
  return { zh: zh.split('–')[0] ?? zh, en: en.split('–')[0] ?? en };
}
