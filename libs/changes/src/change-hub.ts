import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeFeed } from './change-feed.js';
import { ChangeListener } from './change-listener.js';
import { WatchedRegion, type Hear } from './watched-region.js';

export interface Watch {
  /** The position of the region from which on it hears. */
  readonly from: number;
  end(): void;
}

/** Hears of a lost connection, for the log. */
export type HearFault = (error: unknown) => void;

/** Tells this process what changes in the regions that somebody here watches; read once for all who watch. */
@Injectable()
export class ChangeHub implements OnModuleDestroy {
  private readonly regions = new Map<string, WatchedRegion>();
  private listener: Promise<ChangeListener> | null = null;
  private hearFault: HearFault = () => {};

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  /** Tells one listener of what goes wrong; it goes on by itself. */
  tellFaults(hear: HearFault): void {
    this.hearFault = hear;
  }

  /** From now on every change of the region is heard once, in order, in batches. Fails when the database does not answer. */
  async watch(regionId: string, hear: Hear): Promise<Watch> {
    await this.listen();
    let region = this.regions.get(regionId);
    if (!region) {
      region = new WatchedRegion(regionId, this.feed, (error) => this.hearFault(error));
      this.regions.set(regionId, region);
    }
    const watched = region;
    const end = (): void => {
      watched.leave(hear);
      if (watched.isDeserted && this.regions.get(regionId) === watched) this.regions.delete(regionId);
    };
    try {
      return { from: await watched.join(hear), end };
    } catch (error) {
      end();
      throw error;
    }
  }

  async onModuleDestroy(): Promise<void> {
    const listener = await this.listener?.catch(() => null);
    await listener?.close();
    const regions = [...this.regions.values()];
    this.regions.clear();
    await Promise.all(regions.map((region) => region.close()));
  }

  private async listen(): Promise<void> {
    this.listener ??= this.open();
    try {
      await this.listener;
    } catch (error) {
      this.listener = null;
      throw error;
    }
  }

  private async open(): Promise<ChangeListener> {
    const { options } = this.dataSource;
    if (options.type !== 'postgres' || !options.url) throw new Error('Changes are heard from PostgreSQL.');
    const hear = (regionId: string | null): void => {
      const heard = regionId === null ? [...this.regions.values()] : [this.regions.get(regionId)];
      for (const region of heard) region?.wake();
    };
    const listener = new ChangeListener({ url: options.url, hear, lost: (error) => this.hearFault(error) });
    await listener.open();
    return listener;
  }
}
