import { AUDIT_LINES, linesOf } from '#network';
import { desc, listOf, readsOf, sql } from '#reads';
import { Webhook } from './webhook.entity.js';
import type { WebhookFilter } from './webhook.inputs.js';

export const WEBHOOK_READS = readsOf(Webhook, 'Webhook', (webhook) => ({
  url: webhook.resolver('url'),
  auditLines: webhook.page(AUDIT_LINES, linesOf('Webhook')),
}));

interface WebhookWish {
  readonly filter: WebhookFilter;
}

/** Those of the acting committee: its row policy shows no other. */
export const WEBHOOKS = listOf(WEBHOOK_READS, {
  name: 'webhooks',
  where: ({ networkId }, { filter }: WebhookWish) => [
    filter.networkId && sql`${networkId} = ${filter.networkId}`,
  ],
  orderBy: ({ createdAt, id }) => [desc(createdAt), desc(id)],
});
