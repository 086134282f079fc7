import type { TenantContext } from '#graphql';
import { Injectable } from '@nestjs/common';
import { InboxKinds } from '../kind/inbox-kinds.js';
import { Inbox } from './inbox.js';
import { inboxStatement, type InboxFilter } from './inbox.statement.js';

/** Opens the inbox of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class InboxService {
  private text: string | null = null;

  constructor(private readonly kinds: InboxKinds) {}

  open(context: TenantContext, filter: InboxFilter): Inbox {
    this.text ??= inboxStatement(this.kinds.list());
    return new Inbox(context, this.text, filter);
  }
}
