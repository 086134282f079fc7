import { JobsModule } from '#jobs';
import { Module } from '@nestjs/common';
import { ChangeFeed } from './change-feed.js';
import { ChangeHub } from './change-hub.js';
import { ChangeSweep } from './change-sweep.js';

/** Imported by whoever tells changes on: to subscribers, by mail or to other programs. */
@Module({
  imports: [JobsModule],
  providers: [ChangeFeed, ChangeHub, ChangeSweep],
  exports: [ChangeFeed, ChangeHub],
})
export class ChangesModule {}
