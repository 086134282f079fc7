import { WebhookDelivery } from './delivery/webhook-delivery.entity.js';
import { Webhook } from './webhook/webhook.entity.js';

export const WEBHOOKS_ENTITIES = [Webhook, WebhookDelivery];
