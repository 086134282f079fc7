import { MS_PER_DAY } from '#calendar';
import { JobHandlers } from '#jobs';
import { Clock, forEachRegion, inRegion } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Of a message nothing is wanted any more after that. */
const KEPT_MS = 30 * MS_PER_DAY;

/** Forgets old messages, also of posts that are told nothing any more. */
@Injectable()
export class MessageSweep implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    const work = (): Promise<void> => this.sweep();
    this.handlers.registerChore({ name: 'sweep-messages', crontab: '40 * * * *', work });
  }

  /** @throws AggregateError of what went wrong in some region */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await forEachRegion(this.dataSource, 'Messages', async (regionId) => {
      while (await this.forget(regionId, before));
    });
  }

  /** Some of them; whether there are more. */
  private forget(regionId: string, before: Date): Promise<boolean> {
    return inRegion(this.dataSource, regionId, async (manager) => {
      const sql = 'SELECT app.prune_messages($1) AS answer';
      const [row]: { answer: boolean }[] = await manager.query(sql, [before]);
      return row?.answer === true;
    });
  }
}
