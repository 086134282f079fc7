import { MS_PER_DAY } from '#calendar';
import { JobHandlers } from '#jobs';
import { Clock } from '#tenancy';
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

  /** Every region, whatever goes wrong in another. @throws AggregateError of what did */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const regions: { region_id: string }[] = await this.dataSource.query(
      'SELECT region_id FROM app.list_regions()',
    );
    const faults: unknown[] = [];
    for (const { region_id: regionId } of regions) {
      try {
        while (await this.forget(regionId, before));
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, `Messages of ${faults.length} of ${regions.length} regions stay.`);
  }

  /** Some of them, with the region entered and nobody in it; whether there are more. */
  private forget(regionId: string, before: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
      const [row]: { answer: boolean }[] = await manager.query('SELECT app.prune_messages($1) AS answer', [
        before,
      ]);
      return row?.answer === true;
    });
  }
}
