import type { TenantContext } from '#graphql';
import { Injectable } from '@nestjs/common';
import { InboxKinds } from '../kind/inbox-kinds.js';
import { Inbox } from './inbox.js';
import { askMark, inboxStatement, markStatement, type InboxFilter } from './inbox.statement.js';

/** What stands for an inbox without its entries. */
export interface InboxMark {
  /** Another whenever something waits, is settled or lapses, or its term moves. */
  readonly mark: string;
  /** The next term that is not past; null when there is none. */
  readonly lapsesAt: Date | null;
  readonly thingIds: readonly string[];
}

type Told = Omit<InboxMark, 'lapsesAt'> & { readonly lapsesAt: string | null };

/** Opens the inbox of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class InboxService {
  private text: string | null = null;
  private markText: string | null = null;

  constructor(private readonly kinds: InboxKinds) {}

  open(context: TenantContext, filter: InboxFilter): Inbox {
    this.text ??= inboxStatement(this.kinds.list());
    return new Inbox(context, this.text, filter);
  }

  async mark(context: TenantContext): Promise<InboxMark> {
    const text = (this.markText ??= markStatement(this.kinds.list()));
    const told = JSON.parse(String(await context.ask((asker) => askMark(text, asker), false))) as Told;
    return { ...told, lapsesAt: told.lapsesAt === null ? null : new Date(told.lapsesAt) };
  }
}
