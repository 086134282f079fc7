import { JobHandlers } from '#jobs';
import { timeZoneOf } from '#network';
import { NotSignedIn, Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Memory } from '../news/news-item.js';
import { NewsText } from '../news/news-text.js';
import { NewsFinder } from '../news/news-finder.js';
import { afterQuiet } from '../settings/quiet-hours.js';
import { MessageSettings } from '../settings/message-settings.entity.js';
import { MessageWatch } from '../watch/message-watch.entity.js';
import { MessageWatches } from '../watch/message-watches.js';
import { WRITE_MESSAGES } from './message.tasks.js';
import { Outbox } from './outbox.js';

/** Looks what there is to tell a post, and writes it into one message for each of its channels. */
@Injectable()
export class MessageWriting implements OnModuleInit {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly finder: NewsFinder,
    private readonly text: NewsText,
    private readonly watches: MessageWatches,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(WRITE_MESSAGES, (unit, { postId }) => this.lookFor(unit, postId));
  }

  /** The text that the post would be sent now; null when there is nothing to tell it. */
  async preview(tx: TenantTransaction, settings: MessageSettings): Promise<string | null> {
    const watch = await tx.find(MessageWatch, settings.id);
    if (!watch) return null;
    return this.text.write(tx, settings, await this.finder.find(tx, settings.topics, memoryOf(watch)));
  }

  private async lookFor({ regionId }: ActingUnit, postId: string): Promise<void> {
    try {
      await this.tenancy.writeAsPost({ regionId, postId }, (tx) => this.write(tx, postId));
    } catch (error) {
      // Nobody holds it any more: nothing is sent, and its watch is ended when changes are routed next.
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
    const text = await this.text.write(tx, settings, news);
    if (text !== null) await this.outbox.put(tx, settings, { text, basis: news.basis });
    const lookAt = news.isCut ? tx.now : this.watches.nextLook(tx.now, zone);
    await this.watches.lookAgain(tx, watch, { ...news.memory, lookAt });
  }
}

function memoryOf({ position, told, reminded }: MessageWatch): Memory {
  return { position, told, reminded };
}
