import { NetworkModule } from '#network';
import { Module, type OnModuleInit } from '@nestjs/common';
import { InboxEntryResolver } from './entry/inbox-entry.resolver.js';
import { InboxResolver } from './entry/inbox.resolver.js';
import { InboxService } from './entry/inbox.service.js';
import { InboxKinds } from './kind/inbox-kinds.js';
import { MEMBERSHIP_INBOX } from './membership/membership.inbox.js';

@Module({
  imports: [NetworkModule],
  providers: [InboxEntryResolver, InboxKinds, InboxResolver, InboxService],
  exports: [InboxKinds, InboxService],
})
export class InboxModule implements OnModuleInit {
  constructor(private readonly kinds: InboxKinds) {}

  onModuleInit(): void {
    this.kinds.register(MEMBERSHIP_INBOX);
  }
}
