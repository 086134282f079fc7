import { readPage, type ConnectionArgs, type Page, type PageRequest, type TenantContext } from '#graphql';
import { Network, Unit } from '#network';
import type { TenantRow } from '#tenancy';
import DataLoader from 'dataloader';
import { In, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { InboxKind } from '../kind/inbox-kind.enum.js';
import { askInbox, INBOX_ORDER, type InboxFilter } from './inbox.statement.js';

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

interface Answer {
  readonly totalCount: number;
  readonly counts: readonly InboxCount[];
  readonly page: Page<InboxEntry>;
}

type Row = Omit<InboxEntry, 'inbox' | 'since' | 'dueAt'> & Record<'since' | 'dueAt', string | null>;

interface Told {
  readonly totalCount: number;
  readonly counts: readonly (Omit<InboxCount, 'nextDueAt'> & { readonly nextDueAt: string | null })[];
  readonly rows: readonly (Row & { readonly cursor: string })[];
}

const NO_ENTRIES: PageRequest = { size: 0, backwards: false, from: null };

/** What waits for one post, in one request. Counts come with whichever page is read. */
export class Inbox {
  private readonly answers = new Map<string, Promise<Answer>>();
  private readonly units: DataLoader<string, Unit | null>;
  private readonly networks: DataLoader<string, Network | null>;

  constructor(
    private readonly context: TenantContext,
    private readonly text: string,
    private readonly filter: InboxFilter,
  ) {
    this.units = loaderOf(context, Unit);
    this.networks = loaderOf(context, Network);
  }

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(args: ConnectionArgs): Promise<Page<InboxEntry>> {
    const { page, totalCount } = await this.ask(readPage(args, INBOX_ORDER));
    return { ...page, totalCount };
  }

  async getCounts(): Promise<Pick<Answer, 'totalCount' | 'counts'>> {
    // A page that is asked for beside it is asked for by then.
    await Promise.resolve();
    const [any = this.ask(NO_ENTRIES)] = this.answers.values();
    return any;
  }

  findUnit(id: string): Promise<Unit | null> {
    return this.units.load(id);
  }

  findNetwork(id: string): Promise<Network | null> {
    return this.networks.load(id);
  }

  private ask(page: PageRequest): Promise<Answer> {
    const key = JSON.stringify(page);
    const answer = this.answers.get(key) ?? this.askNow(page);
    this.answers.set(key, answer);
    return answer;
  }

  private async askNow(page: PageRequest): Promise<Answer> {
    const { text, filter } = this;
    const json = await this.context.ask((asker) => askInbox(text, { filter, page }, asker), false);
    const { totalCount, counts, rows } = JSON.parse(String(json)) as Told;
    return {
      totalCount,
      counts: counts.map(({ nextDueAt, ...one }) => ({ ...one, nextDueAt: dateOf(nextDueAt) })),
      page: this.pageOf(page, rows),
    };
  }

  private pageOf({ size, backwards, from }: PageRequest, rows: Told['rows']): Page<InboxEntry> {
    const isMore = rows.length > size;
    const kept = backwards ? rows.slice(-size) : rows.slice(0, size);
    const edges = kept.map(({ cursor, since, dueAt, ...row }) => ({
      cursor,
      node: { ...row, inbox: this, since: dateOf(since), dueAt: dateOf(dueAt) },
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: backwards ? from !== null : isMore,
        hasPreviousPage: backwards ? isMore : from !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** Each once, however many entries are about it. */
function loaderOf<Held extends TenantRow>(
  context: TenantContext,
  entity: EntityTarget<Held>,
): DataLoader<string, Held | null> {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await context.read((tx) => {
      const where = { regionId: tx.regionId, id: In([...ids]) } as unknown as FindOptionsWhere<Held>;
      return tx.manager.findBy(entity, where);
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
