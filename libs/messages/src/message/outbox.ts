import { JobQueue } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { channelsOf } from '../settings/channels-of.js';
import type { NewsBasis } from '../news/news-item.js';
import type { MessageSettings } from '../settings/message-settings.entity.js';
import { Message, MessageState } from './message.entity.js';
import { SEND_MESSAGE } from './message.tasks.js';

/** Puts a message and the job that sends it into one transaction: neither is stored without the other. */
@Injectable()
export class Outbox {
  constructor(private readonly queue: JobQueue) {}

  /** One for each channel of the post; a test tells of nothing. */
  async put(
    tx: TenantTransaction,
    settings: MessageSettings,
    { text, basis }: { readonly text: string; readonly basis: NewsBasis | null },
  ): Promise<Message[]> {
    const drafts = channelsOf(settings).map((channel) => ({
      id: tx.newId(),
      postId: settings.id,
      channel,
      isTest: basis === null,
      text,
      tells: basis?.tells ?? null,
      heardAfter: basis?.heardAfter ?? null,
      heardUntil: basis?.heardUntil ?? null,
      state: MessageState.WAITING,
      failure: null,
      attempts: 0,
      writtenAt: tx.now,
      sentAt: null,
    }));
    if (drafts.length === 0) return [];
    const messages = await tx.insertAll(Message, drafts);
    const { unitId } = tx.actor;
    const wishes = messages.map(({ id, postId }) => ({ unitId, ids: { messageId: id, postId } }));
    await this.queue.addAll(tx, SEND_MESSAGE, wishes);
    return messages;
  }
}
