import { InboxModule } from '#inbox';
import { NetworkModule } from '#network';
import { Module } from '@nestjs/common';
import { ScheduleEntryResolver } from './entry/schedule-entry.resolver.js';
import { ScheduleResolver } from './entry/schedule.resolver.js';
import { ScheduleService } from './entry/schedule.service.js';
import { ScheduleKinds } from './kind/schedule-kinds.js';

@Module({
  imports: [InboxModule, NetworkModule],
  providers: [ScheduleEntryResolver, ScheduleKinds, ScheduleResolver, ScheduleService],
  exports: [ScheduleKinds, ScheduleService],
})
export class ScheduleModule {}
