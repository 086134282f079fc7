import type { TenantContext } from '#graphql';
import { Gathering } from '#reads';
import type { OpenTransaction, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { InboxKinds } from '../kind/inbox-kinds.js';
import { Inbox, type InboxEntry } from './inbox.js';
import { askMark, INBOX_ORDER, inboxStatement, markStatement, type InboxFilter } from './inbox.statement.js';

/** What stands for an inbox without its entries. */
export interface InboxMark {
  /** Another whenever something waits, is settled or lapses, or its term moves. */
  readonly mark: string;
  /** The next term that is not past; null when there is none. */
  readonly lapsesAt: Date | null;
  readonly thingIds: readonly string[];
}

type Told = Omit<InboxMark, 'lapsesAt'> & { readonly lapsesAt: string | null };

/** One thing that waits, for who tells of it elsewhere. */
export type WaitingThing = Pick<
  InboxEntry,
  'kind' | 'thingId' | 'networkId' | 'title' | 'dueAt' | 'isOverdue'
>;

/** Opens the inbox of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class InboxService {
  private text: string | null = null;
  private markText: string | null = null;

  constructor(private readonly kinds: InboxKinds) {}

  open(context: TenantContext, filter: InboxFilter): Inbox {
    return new Inbox(context, this.statement(), filter);
  }

  async mark(asking: Pick<OpenTransaction, 'ask'>): Promise<InboxMark> {
    const text = (this.markText ??= markStatement(this.kinds.list()));
    const told = JSON.parse(String(await asking.ask((asker) => askMark(text, asker), false))) as Told;
    return { ...told, lapsesAt: told.lapsesAt === null ? null : new Date(told.lapsesAt) };
  }

  /** What waits for the post that is entered, by when it is due: `most` at most. */
  async list(tx: TenantTransaction, most: number): Promise<WaitingThing[]> {
    const gathering = new Gathering<WaitingThing & { dueAt: string | null }, unknown>(
      { ask: (compose) => tx.readAnswer(compose(tx.asker)) },
      {
        text: this.statement(),
        name: 'inbox',
        list: INBOX_ORDER,
        valuesOf: ({ regionId, now }) => [regionId, now, null, null, null],
      },
    );
    const rows = await gathering.first(most);
    return rows.map(({ dueAt, ...row }) => ({ ...row, dueAt: dueAt === null ? null : new Date(dueAt) }));
  }

  private statement(): string {
    return (this.text ??= inboxStatement(this.kinds.list()));
  }
}
