import { WEBHOOK_DELIVERY_READS } from './delivery/webhook-delivery.reads.js';
import { WEBHOOK_READS } from './webhook/webhook.reads.js';

export const WEBHOOKS_READ_TYPES = [WEBHOOK_READS, WEBHOOK_DELIVERY_READS];
