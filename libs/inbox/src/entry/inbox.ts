import type { ConnectionArgs, Page, TenantContext } from '#graphql';
import { Parties } from '#network';
import { Gathering } from '#reads';
import type { InboxKind } from '../kind/inbox-kind.enum.js';
import { INBOX_ORDER, type InboxFilter } from './inbox.statement.js';

/** How many of one kind wait, and when the first of them is due. */
export interface InboxCount {
  readonly kind: InboxKind;
  readonly count: number;
  readonly nextDueAt: Date | null;
}

/** One thing that waits, as the statement tells it. */
export interface InboxEntry {
  readonly inbox: Inbox;
  readonly kind: InboxKind;
  readonly thingId: string;
  readonly networkId: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly since: Date | null;
  readonly dueAt: Date | null;
  readonly isOverdue: boolean;
}

type Row = Omit<InboxEntry, 'inbox' | 'since' | 'dueAt'> & Record<'since' | 'dueAt', string | null>;
type Count = Omit<InboxCount, 'nextDueAt'> & { readonly nextDueAt: string | null };

/** What waits for one post, in one request. */
export class Inbox {
  readonly parties: Parties;
  private readonly gathering: Gathering<Row, Count>;

  constructor(context: TenantContext, text: string, filter: InboxFilter) {
    this.parties = new Parties(context);
    this.gathering = new Gathering(context, {
      text,
      name: 'inbox',
      list: INBOX_ORDER,
      valuesOf: ({ regionId, now }) => [regionId, now, filter.kinds, filter.networkId, filter.dueBefore],
    });
  }

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(args: ConnectionArgs): Promise<Page<InboxEntry>> {
    const { edges, ...page } = await this.gathering.page(args);
    return {
      ...page,
      edges: edges.map(({ cursor, node: { since, dueAt, ...row } }) => ({
        cursor,
        node: { ...row, inbox: this, since: dateOf(since), dueAt: dateOf(dueAt) },
      })),
    };
  }

  async totalCount(): Promise<number> {
    return (await this.gathering.count()).totalCount;
  }

  async counts(): Promise<readonly InboxCount[]> {
    const { counts } = await this.gathering.count();
    return counts.map(({ nextDueAt, ...one }) => ({ ...one, nextDueAt: dateOf(nextDueAt) }));
  }
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
