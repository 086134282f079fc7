import { MS_PER_DAY } from '#calendar';
import { JobHandlers } from '#jobs';
import { Clock, forEachRegion } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeFeed } from './change-feed.js';

/** How long changes are kept for those who come back. */
export const CHANGE_DAYS = 8;
const KEPT_MS = CHANGE_DAYS * MS_PER_DAY;

/** Gives changes their positions and forgets old ones, also in regions that nobody watches. */
@Injectable()
export class ChangeSweep implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    const work = (): Promise<void> => this.sweep();
    this.handlers.registerChore({ name: 'sweep-changes', crontab: '*/10 * * * *', work });
  }

  /** @throws AggregateError of what went wrong in some region */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await forEachRegion(this.dataSource, 'Changes', async (regionId) => {
      await this.feed.givePositions(regionId);
      await this.feed.prune(regionId, before);
    });
  }
}
