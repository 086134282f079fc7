import { KindRegistry } from '#reads';
import { Injectable } from '@nestjs/common';
import type { ScheduleKind } from './schedule-kind.enum.js';
import type { ScheduledKind } from './scheduled-kind.js';

/** Where the libraries above say what has its time. Deadlines are what `InboxKinds` knows to be due. */
@Injectable()
export class ScheduleKinds extends KindRegistry<ScheduleKind, ScheduledKind> {
  constructor() {
    super(({ kind }) => kind);
  }
}
