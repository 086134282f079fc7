import { MS_PER_DAY } from '#calendar';
import { ChangeFeed } from '#changes';
import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { WebhookRuns } from '../delivery/webhook-runs.js';
import { ReceiverClient } from '../receiver/receiver-client.js';
import { WEBHOOKS_WORDS as WORDS } from '../webhooks.words.js';
import { makeWebhookSecret } from './webhook-secret.js';
import { Webhook, WebhookState } from './webhook.entity.js';
import type { CreateWebhookInput, UpdateWebhookInput } from './webhook.inputs.js';

/** Of one network, at a time. */
const MOST_WEBHOOKS = 10;
/** How long receivers have to take over another secret. */
const OVERLAP_MS = MS_PER_DAY;

/** A webhook with its secret, which is shown this once. */
export interface NewWebhook {
  readonly secret: string;
  readonly webhook: Webhook;
}

/** Keeps the webhooks of networks, each by the committee that convenes it. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly receivers: ReceiverClient,
    private readonly runs: WebhookRuns,
  ) {}

  /** Outside any transaction, as names are looked up. @throws ApiError BAD_USER_INPUT alike for what is private and what is nowhere */
  async expectPublic(url: string): Promise<void> {
    if (!(await this.receivers.mayReach(url)))
      throw ApiError.badInput([{ path: 'input.url', message: WORDS.urlForm }]);
  }

  /** @throws ApiError NOT_FOUND for a network of others; BAD_USER_INPUT for one too many */
  async create(tx: TenantTransaction, input: CreateWebhookInput): Promise<NewWebhook> {
    const { unitId, convenedNetworkIds } = tx.actor;
    const networkId = found(convenedNetworkIds.find((id) => id === input.networkId) ?? null);
    await expectRoom(tx, networkId);
    const webhook = await tx.insert(Webhook, {
      id: tx.newId(),
      networkId,
      unitId,
      name: input.name,
      url: new URL(input.url).href,
      topics: input.topics,
      state: WebhookState.ACTIVE,
      secret: makeWebhookSecret(),
      formerSecret: null,
      formerSecretUntil: null,
      position: await this.feed.findLast(tx),
      createdAt: tx.now,
      lastDeliveredAt: null,
      lastFailedAt: null,
      failingSince: null,
    });
    await this.runs.add(tx, webhook, tx.now);
    return { secret: webhook.secret, webhook };
  }

  async update(tx: TenantTransaction, id: string, input: UpdateWebhookInput): Promise<Webhook> {
    const before = found(await tx.lock(Webhook, id));
    const isResumed = input.isPaused === false && before.state !== WebhookState.ACTIVE;
    const resumed = isResumed
      ? { state: WebhookState.ACTIVE, failingSince: null, position: await this.feed.findLast(tx) }
      : {};
    const after = await tx.change(Webhook, before, {
      name: input.name ?? before.name,
      url: input.url ? new URL(input.url).href : before.url,
      topics: input.topics ?? before.topics,
      ...resumed,
      ...(input.isPaused === true && { state: WebhookState.PAUSED }),
    });
    // Also one that was told nothing meanwhile because its committee did not convene the network.
    if (after.state === WebhookState.ACTIVE) await this.runs.add(tx, after, tx.now);
    return after;
  }

  async rotate(tx: TenantTransaction, id: string): Promise<NewWebhook> {
    const before = found(await tx.lock(Webhook, id));
    const secret = makeWebhookSecret();
    const webhook = await tx.change(Webhook, before, {
      secret,
      formerSecret: before.secret,
      formerSecretUntil: new Date(tx.now.getTime() + OVERLAP_MS),
    });
    return { secret, webhook };
  }

  async remove(tx: TenantTransaction, id: string): Promise<Webhook> {
    const webhook = found(await tx.lock(Webhook, id));
    await tx.remove(Webhook, webhook);
    return webhook;
  }
}

/** Of two that make the last one at once the second finds no room. */
async function expectRoom(tx: TenantTransaction, networkId: string): Promise<void> {
  const { regionId } = tx;
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('webhooks ' || id, 0)) FROM network WHERE region_id = $1 AND id = $2`,
    [regionId, networkId],
  );
  const count = await tx.manager.countBy(Webhook, { regionId, networkId });
  if (count < MOST_WEBHOOKS) return;
  throw ApiError.badInput([{ path: 'input.networkId', message: WORDS.tooMany({ most: MOST_WEBHOOKS }) }]);
}
