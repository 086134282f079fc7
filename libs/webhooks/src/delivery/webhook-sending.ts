import { MS_PER_DAY } from '#calendar';
import { Clock, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NotReceived } from '../receiver/not-received.js';
import { ReceiverClient } from '../receiver/receiver-client.js';
import { Webhook, WebhookState } from '../webhook/webhook.entity.js';
import { signContent } from '../webhook/webhook-secret.js';
import { waitAfter } from './retry-schedule.js';
import { WebhookDelivery, WebhookDeliveryState } from './webhook-delivery.entity.js';
import { WebhookFailure } from './webhook-failure.enum.js';

/** Longer than an attempt takes: after it another worker may try. */
const LEASE_MS = 60_000;
/** So long one run goes on: no webhook holds a worker. */
const BUDGET_MS = 30_000;
const MOST_AT_ONCE = 100;
/** A webhook that took nothing for so long is switched off when something is given up. */
const SWITCHED_OFF_AFTER_MS = 3 * MS_PER_DAY;
const GONE = 410;

/** Does a piece of work with the rights of the webhook’s committee; each in a transaction of its own. */
export type AsOwner = <T>(work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;

interface Outgoing {
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
}

interface Outcome {
  readonly status: number | null;
  readonly failure: WebhookFailure | null;
}

// What another worker holds is being sent by it.
const DUE = `
  SELECT d.id FROM webhook_delivery d
  WHERE d.region_id = $1 AND d.webhook_id = $2 AND d.state = 'WAITING' AND d.next_attempt_at <= $3
  ORDER BY d.next_attempt_at, d.position LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;

/** Sends what is due, one after the other and outside any transaction; with the same id if it comes twice. */
@Injectable()
export class WebhookSending {
  constructor(
    private readonly clock: Clock,
    private readonly receivers: ReceiverClient,
  ) {}

  /** Whether more may be due already. */
  async sendDue(webhookId: string, asOwner: AsOwner): Promise<boolean> {
    const end = this.clock.now().getTime() + BUDGET_MS;
    for (let sent = 0; sent < MOST_AT_ONCE && this.clock.now().getTime() < end; sent++) {
      const outgoing = await asOwner((tx) => this.take(tx, webhookId));
      if (!outgoing) return false;
      const outcome = await this.deliver(outgoing);
      await asOwner((tx) => this.note(tx, outgoing, outcome));
      // Where nobody answers, the rest need not be tried at once.
      if (outcome.status === null) return false;
    }
    return true;
  }

  private async take(tx: TenantTransaction, webhookId: string): Promise<Outgoing | null> {
    const webhook = await tx.find(Webhook, webhookId);
    if (webhook?.state !== WebhookState.ACTIVE) return null;
    const [due] = await tx.query<{ id: string }>(DUE, [tx.regionId, webhookId, tx.now]);
    const waiting = due && (await tx.find(WebhookDelivery, due.id));
    if (!waiting) return null;
    const delivery = await tx.change(WebhookDelivery, waiting, {
      attempts: waiting.attempts + 1,
      nextAttemptAt: new Date(tx.now.getTime() + LEASE_MS),
    });
    return { webhook, delivery };
  }

  private async deliver({ webhook, delivery }: Outgoing): Promise<Outcome> {
    const { id, body } = delivery;
    const now = this.clock.now();
    const timestamp = Math.floor(now.getTime() / 1000);
    const { url, secret, formerSecret, formerSecretUntil } = webhook;
    const isOverlapping = formerSecret !== null && formerSecretUntil !== null && now < formerSecretUntil;
    const secrets = isOverlapping ? [secret, formerSecret] : [secret];
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Lianjian-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signContent({ id, timestamp, body }, secrets),
    };
    try {
      const status = await this.receivers.post({ url, headers, body });
      return { status, failure: status >= 200 && status <= 299 ? null : WebhookFailure.REFUSED };
    } catch (error) {
      if (!(error instanceof NotReceived)) throw error;
      return { status: null, failure: WebhookFailure[error.failure] };
    }
  }

  private async note(
    tx: TenantTransaction,
    { webhook: { id: webhookId, url }, delivery: sent }: Outgoing,
    { status, failure }: Outcome,
  ): Promise<void> {
    const webhook = await tx.lock(Webhook, webhookId);
    const delivery = await tx.lock(WebhookDelivery, sent.id);
    // Asked for anew meanwhile, or taken by another worker: that attempt says how it went.
    if (!webhook || !delivery || !isSameAttempt(sent, delivery)) return;
    if (failure === null) {
      await tx.change(Webhook, webhook, { lastDeliveredAt: tx.now, failingSince: null });
      const done = { state: WebhookDeliveryState.DELIVERED, nextAttemptAt: null, deliveredAt: tx.now };
      await tx.change(WebhookDelivery, delivery, { ...done, responseStatus: status, failure });
      return;
    }
    if (webhook.url !== url) {
      // The address that failed is that of the webhook no more.
      await tx.change(WebhookDelivery, delivery, {
        nextAttemptAt: tx.now,
        responseStatus: status,
        failure,
      });
      return;
    }
    const wait = status === GONE ? null : waitAfter(delivery.attempts, sent.id);
    const next =
      wait === null
        ? { state: WebhookDeliveryState.FAILED, nextAttemptAt: null }
        : { nextAttemptAt: new Date(tx.now.getTime() + wait) };
    await tx.change(WebhookDelivery, delivery, { ...next, responseStatus: status, failure });
    const failingSince = webhook.failingSince ?? tx.now;
    const isOver = tx.now.getTime() - failingSince.getTime() >= SWITCHED_OFF_AFTER_MS;
    await tx.change(Webhook, webhook, {
      lastFailedAt: tx.now,
      failingSince,
      ...((status === GONE || (wait === null && isOver)) && { state: WebhookState.SWITCHED_OFF }),
    });
  }
}

function isSameAttempt(sent: WebhookDelivery, now: WebhookDelivery): boolean {
  const leases = [sent, now].map(({ nextAttemptAt }) => nextAttemptAt?.getTime());
  return (
    now.state === WebhookDeliveryState.WAITING && now.attempts === sent.attempts && leases[0] === leases[1]
  );
}
