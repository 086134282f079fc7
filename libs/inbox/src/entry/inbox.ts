import type { ConnectionArgs, Page, TenantContext } from '#graphql';
import { Parties } from '#network';
import { dateOf, Gathering } from '#reads';
import type { InboxKind } from '../kind/inbox-kind.enum.js';
import { INBOX_ORDER } from './inbox.statement.js';

/** Which part of an inbox is asked for; null for every kind and network, and whenever it is due. */
export interface InboxWish {
  readonly kinds?: readonly InboxKind[] | null;
  readonly networkId?: string | null;
  /** What is due earlier, and has a term at all. */
  readonly dueBefore?: Date | null;
}

/** How many of one kind wait, and when the first of them is due. */
export interface InboxCount {
  readonly kind: InboxKind;
  readonly count: number;
  readonly nextDueAt: Date | null;
}

/** What the statement tells of an entry, with times as JSON has them. */
interface Row {
  readonly kind: InboxKind;
  readonly thingId: string;
  readonly networkId: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
}

type Count = Omit<InboxCount, 'nextDueAt'> & { readonly nextDueAt: string | null };

/** One thing that waits. */
export interface InboxEntry extends Omit<Row, 'since' | 'dueAt'> {
  readonly inbox: Inbox;
  readonly since: Date | null;
  readonly dueAt: Date | null;
}

/** What waits for one post, in one request. */
export class Inbox {
  readonly parties: Parties;
  private readonly gathering: Gathering<Row, Count>;

  constructor(context: Pick<TenantContext, 'ask' | 'read'>, text: string, wish: InboxWish) {
    const { kinds = null, networkId = null, dueBefore = null } = wish;
    this.parties = new Parties(context);
    this.gathering = new Gathering(context, {
      text,
      name: 'inbox',
      list: INBOX_ORDER,
      valuesOf: ({ regionId, now }) => [regionId, now, kinds, networkId, dueBefore],
    });
  }

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(args: ConnectionArgs): Promise<Page<InboxEntry>> {
    const { edges, ...page } = await this.gathering.page(args);
    return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: this.entryOf(node) })) };
  }

  /** So many, by when they are due. */
  async first(most: number): Promise<InboxEntry[]> {
    return (await this.gathering.first(most)).map((row) => this.entryOf(row));
  }

  async totalCount(): Promise<number> {
    return (await this.gathering.count()).totalCount;
  }

  async counts(): Promise<readonly InboxCount[]> {
    const { counts } = await this.gathering.count();
    return counts.map(({ nextDueAt, ...one }) => ({ ...one, nextDueAt: dateOf(nextDueAt) }));
  }

  private entryOf({ since, dueAt, ...row }: Row): InboxEntry {
    return { ...row, inbox: this, since: dateOf(since), dueAt: dateOf(dueAt) };
  }
}
