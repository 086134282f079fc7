import { desc, listOf, readsOf, sql } from '#reads';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import type { WebhookDeliveryFilter } from './webhook-delivery.inputs.js';

export const WEBHOOK_DELIVERY_READS = readsOf(WebhookDelivery, 'WebhookDelivery', () => ({}));

interface DeliveryWish {
  readonly filter: WebhookDeliveryFilter;
}

/** What webhooks of the acting committee are told: its row policy shows no other. */
export const WEBHOOK_DELIVERIES = listOf(WEBHOOK_DELIVERY_READS, {
  name: 'webhookDeliveries',
  where: ({ webhookId }, { filter }: DeliveryWish) => [
    filter.webhookId && sql`${webhookId} = ${filter.webhookId}`,
  ],
  orderBy: ({ writtenAt, id }) => [desc(writtenAt), desc(id)],
});
