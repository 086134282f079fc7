import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NewsText } from '../news/news-text.js';
import { NewsFinder } from '../news/news-finder.js';
import type { MessageSettings } from '../settings/message-settings.entity.js';
import { Message } from './message.entity.js';

/** What is sent sooner tells what has just been read. */
const LATE_MS = 60_000;

/** Reads anew what a message tells of when it goes out late: nothing is told that was called off or settled meanwhile. */
@Injectable()
export class MessageRenewal {
  constructor(
    private readonly finder: NewsFinder,
    private readonly text: NewsText,
  ) {}

  /** The message as it is true now, under its own id; null when nothing of it still stands. */
  async renew(tx: TenantTransaction, message: Message, settings: MessageSettings): Promise<Message | null> {
    const { attempts, writtenAt, tells, heardAfter, heardUntil } = message;
    if (attempts === 0 && tx.now.getTime() - writtenAt.getTime() < LATE_MS) return message;
    // A test tells of nothing, nor can be known what one tells of that was written before that was kept.
    if (tells === null || heardAfter === null || heardUntil === null) return message;
    const news = await this.finder.recall(tx, settings.topics, { tells, heardAfter, heardUntil });
    const text = await this.text.write(tx, settings, news);
    if (text === null || text === message.text) return text === null ? null : message;
    return tx.change(Message, message, { text });
  }
}
