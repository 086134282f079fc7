import { MS_PER_HOUR } from '#calendar';
import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import { MessageSettings } from '../settings/message-settings.entity.js';
import type { Message } from './message.entity.js';
import { Outbox } from './outbox.js';

const MOST_TESTS = 5;

/** What the acting post was sent, and what it has sent to itself. */
@Injectable()
export class OwnMessages {
  constructor(private readonly outbox: Outbox) {}

  /** @throws ApiError TOO_MANY_REQUESTS for the sixth in an hour */
  async sendTest(tx: TenantTransaction, postId: string): Promise<Message[]> {
    // One after the other, so that each counts those before it.
    const settings = await tx.lock(MessageSettings, postId);
    if (!settings) return [];
    const since = new Date(tx.now.getTime() - MS_PER_HOUR);
    const [row] = await tx.query<{ tests: number }>(
      `SELECT count(*)::int AS tests FROM message
       WHERE region_id = $1 AND post_id = $2 AND is_test AND written_at > $3
       GROUP BY channel ORDER BY tests DESC LIMIT 1`,
      [tx.regionId, postId, since],
    );
    if ((row?.tests ?? 0) >= MOST_TESTS) throw new ApiError('TOO_MANY_REQUESTS', WORDS.tooManyTests);
    return this.outbox.put(tx, settings, { text: WORDS.test[settings.language], basis: null });
  }
}
