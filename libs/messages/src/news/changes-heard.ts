import { ChangeFeed } from '#changes';
import type { Words } from '#graphql';
import { groupBy } from '#reads';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MESSAGES_WORDS } from '../messages.words.js';
import { MessageThings, type MessageThing } from './message-things.js';
import type { NewsItem } from './news-item.js';

const MOST_LINES = 5_000;

// Lines that the post may read alone: of each event the line has the same id.
const LINES = `
  SELECT e.position::text AS position, e.thing_type AS thing, e.thing_id AS "thingId", e.part || ' ' || e.act AS act,
    (l.post_id = app.post_id()) IS TRUE AS "isOwn",
    l.manner = 'ON_BEHALF' AND l.unit_id = app.unit_id() AS "isForUnit"
  FROM change_event e JOIN audit_line l ON l.region_id = $1 AND l.id = e.id
  WHERE e.region_id = $1 AND e.position > $2 AND e.position <= $3 AND e.thing_type = ANY ($4)
  ORDER BY e.position LIMIT ${MOST_LINES}`;

// Also what has no place yet.
const LATER = `
  SELECT DISTINCT e.thing_type AS thing, e.thing_id AS "thingId", e.part || ' ' || e.act AS act
  FROM change_event e JOIN audit_line l ON l.region_id = $1 AND l.id = e.id
  WHERE e.region_id = $1 AND e.thing_id = ANY ($3) AND (e.position IS NULL OR e.position > $2)`;

/** Of what the post has read a line before, in whichever state. */
const KNOWN_BEFORE = `
  SELECT DISTINCT l.thing_id AS id FROM audit_line l
  WHERE l.region_id = $1 AND l.thing_id = ANY ($3) AND NOT EXISTS (
    SELECT FROM change_event e WHERE e.region_id = $1 AND e.id = l.id AND (e.position IS NULL OR e.position > $2))`;

interface Act {
  readonly thing: string;
  readonly thingId: string;
  readonly act: string;
}

interface Line extends Act {
  readonly position: string;
  readonly isOwn: boolean;
  readonly isForUnit: boolean;
}

interface Title {
  readonly thing_id: string;
  readonly network_id: string;
  readonly title: string;
  readonly starts_at: Date | null;
}

/** What was done after a place. */
export interface Heard {
  readonly items: readonly NewsItem[];
  /** Up to where. */
  readonly position: string;
  /** Whether there is more behind it. */
  readonly isCut: boolean;
}

/** What is left to tell of one thing. */
interface Outcome {
  readonly thing: MessageThing;
  readonly thingId: string;
  readonly words: Words;
  /** Not told to whom the thing was new. */
  readonly isEnd: boolean;
}

/** What others did with things that a post reads, since it was last told: of each thing the last act. */
@Injectable()
export class ChangesHeard {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly things: MessageThings,
  ) {}

  /** As much as is read at once. */
  async hear(tx: TenantTransaction, after: string): Promise<Heard> {
    const last = await this.feed.findLastHeard(tx, after);
    const lines = await this.linesOf(tx, after, last);
    const isCut = lines.length === MOST_LINES;
    const position = (isCut && lines.at(-1)?.position) || last;
    return { items: await this.itemsOf(tx, lines, after, position), position, isCut };
  }

  /** What was heard between two places, as far as nothing has become of it since. */
  async recall(tx: TenantTransaction, after: string, until: string): Promise<NewsItem[]> {
    return this.itemsOf(tx, await this.linesOf(tx, after, until), after, until);
  }

  private linesOf(tx: TenantTransaction, after: string, until: string): Promise<Line[]> {
    return tx.query<Line>(LINES, [tx.regionId, after, until, this.things.names()]);
  }

  private async itemsOf(
    tx: TenantTransaction,
    lines: readonly Line[],
    after: string,
    until: string,
  ): Promise<NewsItem[]> {
    if (lines.length === 0) return [];
    const groups = groupBy(lines, ({ thingId }) => thingId);
    const outdated = await this.findOutdated(tx, until, [...groups.keys()]);
    const outcomes = [...groups].flatMap(([thingId, of]) => this.outcomeOf(of, outdated.has(thingId)));
    const news = await this.withoutUnknown(tx, after, outcomes);
    const titles = await titlesOf(tx, news);
    return news.flatMap(({ thing, thingId, words }) => {
      const title = titles.get(thingId);
      if (!title) return [];
      const { network_id: networkId, title: name, starts_at: at } = title;
      return [{ thingId, words, networkId, title: thing.titleOf?.(name) ?? { en: name, zh: name }, at }];
    });
  }

  /** Of what another word is told after this one. */
  private async findOutdated(
    tx: TenantTransaction,
    until: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const later = await tx.query<Act>(LATER, [tx.regionId, until, ids]);
    const told = later.filter(({ thing, act }) => this.things.find(thing)?.acts[act]);
    return new Set(told.map(({ thingId }) => thingId));
  }

  private outcomeOf(lines: readonly Line[], isOutdated: boolean): Outcome[] {
    const [first] = lines;
    const thing = first && this.things.find(first.thing);
    const last = lines.findLast(({ act, isForUnit }) => isForUnit || thing?.acts[act]);
    if (!thing || !last || last.isOwn) return [];
    const { thingId, act } = last;
    const isForUnit = lines.some((line) => line.isForUnit);
    if (isOutdated && !isForUnit) return [];
    const words = wordsOf(isOutdated ? undefined : thing.acts[act], isForUnit);
    // Whoever has a hand in it has heard of it.
    const isEnd = thing.ends.includes(act) && !lines.some(({ isOwn }) => isOwn);
    return [{ thing, thingId, words, isEnd }];
  }

  /** What was made and ended between two looks never was. */
  private async withoutUnknown(
    tx: TenantTransaction,
    after: string,
    outcomes: readonly Outcome[],
  ): Promise<readonly Outcome[]> {
    const ended = outcomes.filter(({ isEnd }) => isEnd).map(({ thingId }) => thingId);
    if (ended.length === 0) return outcomes;
    const rows = await tx.query<{ id: string }>(KNOWN_BEFORE, [tx.regionId, after, ended]);
    const known = new Set(rows.map(({ id }) => id));
    return outcomes.filter(({ isEnd, thingId }) => !isEnd || known.has(thingId));
  }
}

/** Whatever became of it since, its unit hears that the committee wrote something down for it. */
function wordsOf(act: Words | undefined, isForUnit: boolean): Words {
  const { recordedForUnit } = MESSAGES_WORDS;
  if (!act) return recordedForUnit;
  if (!isForUnit) return act;
  return { en: `${act.en} ${recordedForUnit.en}`, zh: act.zh + recordedForUnit.zh };
}

async function titlesOf(
  tx: TenantTransaction,
  outcomes: readonly Outcome[],
): Promise<ReadonlyMap<string, Title>> {
  const titles = new Map<string, Title>();
  for (const [thing, of] of groupBy(outcomes, (one) => one.thing)) {
    const ids = of.map(({ thingId }) => thingId);
    for (const row of await tx.query<Title>(thing.titles, [tx.regionId, ids])) titles.set(row.thing_id, row);
  }
  return titles;
}
