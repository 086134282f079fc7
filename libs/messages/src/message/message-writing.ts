import { Config } from '#config';
import { JobHandlers } from '#jobs';
import { Network, timeZoneOf } from '#network';
import { NotSignedIn, Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { composeNews, countNews } from '../news/compose.js';
import type { Memory, News } from '../news/news-item.js';
import { NewsFinder } from '../news/news.js';
import { afterQuiet } from '../settings/quiet-hours.js';
import { MessageSettings } from '../settings/message-settings.entity.js';
import { MessageWatch } from '../watch/message-watch.entity.js';
import { MessageWatches } from '../watch/message-watches.js';
import { WRITE_MESSAGES } from './message.tasks.js';
import { Outbox } from './outbox.js';
import { OwnMessages } from './own-messages.js';

/** Looks what there is to tell a post, and writes it into one message for each of its channels. */
@Injectable()
export class MessageWriting implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly tenancy: Tenancy,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly own: OwnMessages,
    private readonly finder: NewsFinder,
    private readonly watches: MessageWatches,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(WRITE_MESSAGES, (unit, { postId }) => this.lookFor(unit, postId));
  }

  /** The text that the post would be sent now; null when there is nothing to tell it. */
  async preview(tx: TenantTransaction, settings: MessageSettings): Promise<string | null> {
    const watch = await tx.find(MessageWatch, settings.id);
    if (!watch) return null;
    return this.textOf(tx, settings, await this.finder.find(tx, settings.topics, memoryOf(watch)));
  }

  private async lookFor({ regionId }: ActingUnit, postId: string): Promise<void> {
    try {
      await this.tenancy.writeAsPost({ regionId, postId }, (tx) => this.write(tx, postId));
    } catch (error) {
      // Nobody holds it any more: nothing is sent, and it is not looked at again.
      if (!(error instanceof NotSignedIn)) throw error;
    }
  }

  private async write(tx: TenantTransaction, postId: string): Promise<void> {
    const watch = await tx.lock(MessageWatch, postId);
    const settings = await tx.find(MessageSettings, postId);
    if (!watch || !settings) return;
    const zone = await timeZoneOf(tx);
    // The queue waits by the database's clock.
    const later = watch.lookAt > tx.now ? watch.lookAt : afterQuiet(tx.now, settings, zone);
    if (later > tx.now) return this.watches.lookAgain(tx, watch, { lookAt: later });
    const news = await this.finder.find(tx, settings.topics, memoryOf(watch));
    const text = await this.textOf(tx, settings, news);
    if (text !== null) await this.outbox.put(tx, settings, { text, isTest: false });
    await this.watches.lookAgain(tx, watch, { ...news.memory, lookAt: this.watches.nextLook(tx.now, zone) });
    await this.own.forgetOld(tx, postId);
  }

  private async textOf(tx: TenantTransaction, settings: MessageSettings, news: News): Promise<string | null> {
    if (countNews(news) === 0) return null;
    const items = [...news.waiting, ...news.due, ...news.changed];
    const ids = [...new Set(items.map(({ networkId }) => networkId))];
    const networks = await tx.manager.findBy(Network, { regionId: tx.regionId, id: In(ids) });
    return composeNews(news, {
      language: settings.language,
      zone: await timeZoneOf(tx),
      networks: new Map(networks.map(({ id, name }) => [id, name])),
      link: this.config.publicUrl,
    });
  }
}

function memoryOf({ position, told, reminded }: MessageWatch): Memory {
  return { position, told, reminded };
}
