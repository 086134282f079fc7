import { loadDayCalendar, localDayOf } from '#calendar';
import { ChangeFeed } from '#changes';
import { InboxKinds, InboxService, type InboxEntry } from '#inbox';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { MessageTopic } from '../settings/message-topic.enum.js';
import { ChangesHeard, type Heard } from './changes-heard.js';
import type { Memory, News, NewsItem, NewsParts, NewsBasis } from './news-item.js';

/** More than anybody has; what is beyond waits until others are settled. */
const MOST_WAITING = 2_000;

/** Finds what there is to tell a post now, with its own rights, beside what it was told before. */
@Injectable()
export class NewsFinder {
  constructor(
    private readonly inbox: InboxService,
    private readonly kinds: InboxKinds,
    private readonly changes: ChangesHeard,
    private readonly feed: ChangeFeed,
  ) {}

  async find(tx: TenantTransaction, topics: readonly MessageTopic[], before: Memory): Promise<News> {
    const things = await this.inbox.openIn(tx, {}).first(MOST_WAITING);
    const isSoon = await soonness(tx);
    const wants = (topic: MessageTopic): boolean => topics.includes(topic);
    const told = new Set(before.told);
    const reminded = new Set(before.reminded);
    const fresh = wants(MessageTopic.WAITING) ? things.filter((one) => !told.has(keyOf(one))) : [];
    const soon = things.filter((one) => isSoon(one) && !reminded.has(termOf(one)));
    const due = wants(MessageTopic.DUE) ? soon.filter((one) => !fresh.includes(one)) : [];
    const heard = await this.hear(tx, before.position, wants(MessageTopic.CHANGED));
    return {
      ...this.partsOf(fresh, due, heard.items),
      memory: {
        position: heard.position,
        told: things.map(keyOf),
        reminded: [
          ...things.map(termOf).filter((term) => reminded.has(term)),
          ...[...due, ...fresh.filter(isSoon)].map(termOf),
        ],
      },
      basis: {
        tells: [...fresh.map(keyOf), ...due.map(termOf)],
        heardAfter: wants(MessageTopic.CHANGED) ? before.position : heard.position,
        heardUntil: heard.position,
      },
      isCut: heard.isCut,
    };
  }

  /** What still stands of what a message tells of. */
  async recall(tx: TenantTransaction, topics: readonly MessageTopic[], basis: NewsBasis): Promise<NewsParts> {
    const things = await this.inbox.openIn(tx, {}).first(MOST_WAITING);
    const tells = new Set(basis.tells);
    const wants = (topic: MessageTopic): boolean => topics.includes(topic);
    const waiting = things.filter((one) => wants(MessageTopic.WAITING) && tells.has(keyOf(one)));
    const due = things.filter(
      (one) => wants(MessageTopic.DUE) && tells.has(termOf(one)) && one.dueAt !== null && one.dueAt > tx.now,
    );
    const changed = wants(MessageTopic.CHANGED)
      ? await this.changes.recall(tx, basis.heardAfter, basis.heardUntil)
      : [];
    return this.partsOf(waiting, due, changed);
  }

  private async hear(tx: TenantTransaction, after: string, isWanted: boolean): Promise<Heard> {
    if (isWanted) return this.changes.hear(tx, after);
    return { items: [], position: await this.feed.findLastHeard(tx, after), isCut: false };
  }

  private partsOf(
    waiting: readonly InboxEntry[],
    due: readonly InboxEntry[],
    changed: readonly NewsItem[],
  ): NewsParts {
    const waitingIds = new Set(waiting.map(({ thingId }) => thingId));
    return {
      waiting: waiting.map((one) => this.itemOf(one)),
      due: due.map((one) => this.itemOf(one)),
      // What it is told to do says what has become of it.
      changed: changed.filter(({ thingId }) => !waitingIds.has(thingId)),
    };
  }

  private itemOf({ kind, thingId, networkId, title, dueAt }: InboxEntry): NewsItem {
    const words = this.kinds.get(kind).why;
    return { thingId, networkId, title: this.kinds.titleOf(kind, title), words, at: dueAt };
  }
}

function keyOf({ kind, thingId }: InboxEntry): string {
  return `${kind}:${thingId}`;
}

/** A term that is put off is another one. */
function termOf(thing: InboxEntry): string {
  return `${keyOf(thing)}:${thing.dueAt?.toISOString() ?? ''}`;
}

/** Whether a term ends by the end of the next working day: on a Friday, also on the Monday after it. */
async function soonness(tx: TenantTransaction): Promise<(thing: InboxEntry) => boolean> {
  const zone = await timeZoneOf(tx);
  const calendar = await loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
  const nextWorkday = calendar.nextWorkday(localDayOf(tx.now, zone));
  return ({ dueAt }) => {
    if (dueAt === null || dueAt <= tx.now) return false;
    // A term of a day is the instant at which it ends, which is the next one’s.
    const day = localDayOf(new Date(dueAt.getTime() - 1), zone);
    return Temporal.PlainDate.compare(day, nextWorkday) <= 0;
  };
}
