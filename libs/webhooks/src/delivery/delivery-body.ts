import { toGlobalId } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { Webhook } from '../webhook/webhook.entity.js';
import { WebhookDeliveryState, type WebhookDelivery } from './webhook-delivery.entity.js';

export const TEST_EVENT = 'Webhook.TEST';

/** What is told of one change: that it was, and nothing of what it says. */
export interface ToldChange {
  readonly position: string;
  readonly at: Date;
  readonly thingType: string;
  readonly thingId: string;
  readonly part: string;
  readonly act: string;
}

/** As it is stored, and sent in each attempt. */
export function deliveryOf(
  tx: TenantTransaction,
  webhook: Webhook,
  { position, at, thingType, thingId, part, act }: ToldChange,
): Omit<WebhookDelivery, 'regionId'> {
  const id = tx.newId();
  const event = `${thingType}.${act}`;
  const data = {
    networkId: toGlobalId('Network', webhook.networkId),
    thingType,
    thingId: toGlobalId(thingType, thingId),
    part,
    act,
  };
  return {
    id,
    webhookId: webhook.id,
    unitId: webhook.unitId,
    networkId: webhook.networkId,
    event,
    body: JSON.stringify({ id, type: event, timestamp: at.toISOString(), data }),
    position,
    state: WebhookDeliveryState.WAITING,
    attempts: 0,
    nextAttemptAt: tx.now,
    responseStatus: null,
    failure: null,
    writtenAt: tx.now,
    deliveredAt: null,
  };
}
