import type { TenantContext } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { InboxKind } from '../kind/inbox-kind.enum.js';
import { InboxKinds } from '../kind/inbox-kinds.js';
import { Inbox, type InboxEntry } from './inbox.js';
import { askInbox, inboxStatement } from './inbox.statement.js';

/** One thing that waits, for who tells of it elsewhere. */
export type WaitingThing = Pick<
  InboxEntry,
  'kind' | 'thingId' | 'networkId' | 'title' | 'dueAt' | 'isOverdue'
>;

/** Opens the inbox of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class InboxService {
  private text: string | null = null;

  constructor(private readonly kinds: InboxKinds) {}

  open(context: TenantContext, kinds: readonly InboxKind[] | null): Inbox {
    return new Inbox(context, this.statement(), kinds);
  }

  /** What waits for the post that is entered, by when it is due: `most` at most. */
  async list(tx: TenantTransaction, most: number): Promise<WaitingThing[]> {
    const page = { size: most, backwards: false, from: null };
    const answer = await tx.readAnswer(askInbox(this.statement(), { kinds: null, page }, tx.asker));
    const { rows } = JSON.parse(String(answer)) as { rows: (WaitingThing & { dueAt: string | null })[] };
    return rows
      .slice(0, most)
      .map(({ dueAt, ...row }) => ({ ...row, dueAt: dueAt === null ? null : new Date(dueAt) }));
  }

  private statement(): string {
    return (this.text ??= inboxStatement(this.kinds.list()));
  }
}
