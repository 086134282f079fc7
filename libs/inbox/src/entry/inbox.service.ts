import type { TenantContext } from '#graphql';
import { dateOf } from '#reads';
import type { OpenTransaction, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { InboxKinds } from '../kind/inbox-kinds.js';
import { Inbox, type InboxWish } from './inbox.js';
import { askMark, inboxStatement, markStatement } from './inbox.statement.js';

/** What stands for an inbox without its entries. */
export interface InboxMark {
  /** Another whenever something waits, is settled or lapses, or its term moves. */
  readonly mark: string;
  /** The next term that is not past; null when there is none. */
  readonly lapsesAt: Date | null;
  readonly thingIds: readonly string[];
  /** Of the acting unit: invitations are addressed to it. */
  readonly unitCode: string | null;
}

type MarkAnswer = Omit<InboxMark, 'lapsesAt'> & { readonly lapsesAt: string | null };

/** Opens the inbox of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class InboxService {
  private text: string | null = null;
  private markText: string | null = null;

  constructor(private readonly kinds: InboxKinds) {}

  open(context: Pick<TenantContext, 'ask' | 'read'>, wish: InboxWish): Inbox {
    this.text ??= inboxStatement(this.kinds.list());
    return new Inbox(context, this.text, wish);
  }

  /** That of the post which is entered. */
  openIn(tx: TenantTransaction, wish: InboxWish): Inbox {
    const entered = {
      read: <T>(work: (own: TenantTransaction) => Promise<T>): Promise<T> => work(tx),
      ask: (compose: Parameters<TenantContext['ask']>[0]): Promise<unknown> =>
        tx.readAnswer(compose(tx.asker)),
    };
    return this.open(entered, wish);
  }

  async mark(asking: Pick<OpenTransaction, 'ask'>): Promise<InboxMark> {
    const text = (this.markText ??= markStatement(this.kinds.list()));
    const json = await asking.ask((asker) => askMark(text, asker), false);
    const { lapsesAt, ...mark } = JSON.parse(String(json)) as MarkAnswer;
    return { ...mark, lapsesAt: dateOf(lapsesAt) };
  }
}
