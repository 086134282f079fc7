import { MS_PER_HOUR } from '#calendar';
import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Webhook, WebhookState } from '../webhook/webhook.entity.js';
import { WEBHOOKS_WORDS as WORDS } from '../webhooks.words.js';
import { deliveryOf, TEST_EVENT } from './delivery-body.js';
import { WebhookDelivery, WebhookDeliveryState } from './webhook-delivery.entity.js';
import { WebhookRuns } from './webhook-runs.js';

const MOST_TESTS = 5;

/** Deliveries that a committee asks for itself. */
@Injectable()
export class AskedDeliveries {
  constructor(private readonly runs: WebhookRuns) {}

  /** @throws ApiError TOO_MANY_REQUESTS for the sixth in an hour */
  async sendTest(tx: TenantTransaction, webhookId: string): Promise<WebhookDelivery> {
    const webhook = await this.getActive(tx, webhookId);
    const since = new Date(tx.now.getTime() - MS_PER_HOUR);
    const [row] = await tx.query<{ tests: number }>(
      `SELECT count(*)::int AS tests FROM webhook_delivery
       WHERE region_id = $1 AND webhook_id = $2 AND event = $3 AND written_at > $4`,
      [tx.regionId, webhookId, TEST_EVENT, since],
    );
    if ((row?.tests ?? 0) >= MOST_TESTS) throw new ApiError('TOO_MANY_REQUESTS', WORDS.tooManyTests);
    const told = { at: tx.now, thingType: 'Webhook', thingId: webhookId, part: 'Webhook', act: 'TEST' };
    const delivery = await tx.insert(
      WebhookDelivery,
      deliveryOf(tx, webhook, { ...told, position: webhook.position }),
    );
    await this.runs.add(tx, webhook, tx.now);
    return delivery;
  }

  async sendAgain(tx: TenantTransaction, id: string): Promise<WebhookDelivery> {
    const { webhookId } = found(await tx.find(WebhookDelivery, id));
    const webhook = await this.getActive(tx, webhookId);
    const delivery = found(await tx.lock(WebhookDelivery, id));
    await this.runs.add(tx, webhook, tx.now);
    return tx.change(WebhookDelivery, delivery, {
      state: WebhookDeliveryState.WAITING,
      attempts: 0,
      nextAttemptAt: tx.now,
      deliveredAt: null,
    });
  }

  private async getActive(tx: TenantTransaction, id: string): Promise<Webhook> {
    const webhook = found(await tx.lock(Webhook, id));
    if (webhook.state === WebhookState.ACTIVE) return webhook;
    throw ApiError.badInput([{ path: 'id', message: WORDS.notActive }]);
  }
}
