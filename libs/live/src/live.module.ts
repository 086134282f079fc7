import { ChangesModule } from '#changes';
import { InboxModule } from '#inbox';
import { NetworkModule } from '#network';
import { Module } from '@nestjs/common';
import { LiveCursors } from './cursor/live-cursors.js';
import { InboxChangeResolver } from './inbox/inbox-change.resolver.js';
import { InboxPolling } from './inbox/inbox-polling.js';
import {
  CallChangeResolver,
  ChangeActResolver,
  MeetingChangeResolver,
  OfferChangeResolver,
} from './thing/change.resolver.js';
import { ThingResolver } from './thing/thing.resolver.js';
import { RegionWatch } from './watch/region-watch.js';

@Module({
  imports: [ChangesModule, InboxModule, NetworkModule],
  providers: [
    CallChangeResolver,
    ChangeActResolver,
    InboxChangeResolver,
    InboxPolling,
    LiveCursors,
    MeetingChangeResolver,
    OfferChangeResolver,
    RegionWatch,
    ThingResolver,
  ],
})
export class LiveModule {}
