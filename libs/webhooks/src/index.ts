import { WEBHOOK_DELIVERY_READS } from './delivery/webhook-delivery.reads.js';
import { WEBHOOK_READS } from './webhook/webhook.reads.js';

export { WEBHOOKS_ENTITIES } from './webhooks.entities.js';
export { WebhooksModule } from './webhooks.module.js';
export { WEBHOOKS_WORDS } from './webhooks.words.js';
export const WEBHOOKS_READ_TYPES = [WEBHOOK_READS, WEBHOOK_DELIVERY_READS];
