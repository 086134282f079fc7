import { MS_PER_DAY } from '#calendar';
import { ChangeFeed } from '#changes';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Webhook, WebhookState } from '../webhook/webhook.entity.js';
import { thingTypeOf } from '../webhook/webhook-topic.enum.js';
import { deliveryOf, type ToldChange } from './delivery-body.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Of changes that are read at a time. */
const MOST_AT_ONCE = 500;
const KEPT_MS = 30 * MS_PER_DAY;

// Row policies leave what the committee may hear of; of that, what its network is the audience of.
const CHANGES = `
  SELECT e.position::text AS position, e.at, e.thing_type AS "thingType", e.thing_id AS "thingId", e.part, e.act
  FROM change_event e
  WHERE e.region_id = $1 AND e.position > $2 AND e.position <= $5 AND e.thing_type = ANY ($3)
    AND ($4 = ANY (e.network_ids) OR $4 = ANY (e.committee_network_ids))
  ORDER BY e.position LIMIT ${MOST_AT_ONCE}`;

/** Writes what a webhook is to be told, as its committee reads it at that moment. */
@Injectable()
export class WebhookWriting {
  constructor(private readonly feed: ChangeFeed) {}

  /** Whether it is told at all; false also when its committee does not convene the network any more. */
  async write(tx: TenantTransaction, webhookId: string): Promise<boolean> {
    const webhook = await tx.lock(Webhook, webhookId);
    if (webhook?.state !== WebhookState.ACTIVE) return false;
    const { regionId } = tx;
    const until = await this.feed.findLastHeard(tx, webhook.position);
    // What is placed between the two reads waits for the next run: it would be written twice.
    const changes = await tx.query<ToldChange>(CHANGES, [
      regionId,
      webhook.position,
      webhook.topics.map(thingTypeOf),
      webhook.networkId,
      until,
    ]);
    const drafts = changes.map((change) => deliveryOf(tx, webhook, change));
    if (drafts.length > 0) await tx.insertAll(WebhookDelivery, drafts);
    // What comes after a full read waits for the next.
    const isMore = changes.length === MOST_AT_ONCE;
    const position = (isMore && changes.at(-1)?.position) || until;
    if (position !== webhook.position) await tx.change(Webhook, webhook, { position });
    await this.forgetOld(tx, webhookId);
    return true;
  }

  private async forgetOld(tx: TenantTransaction, webhookId: string): Promise<void> {
    const before = new Date(tx.now.getTime() - KEPT_MS);
    await tx.query(
      'DELETE FROM webhook_delivery WHERE region_id = $1 AND webhook_id = $2 AND written_at < $3',
      [tx.regionId, webhookId, before],
    );
  }
}
