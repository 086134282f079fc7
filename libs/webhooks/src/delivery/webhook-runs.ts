import { ChangeFeed } from '#changes';
import { JobHandlers, JobQueue } from '#jobs';
import { Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Webhook } from '../webhook/webhook.entity.js';
import { WebhookSending, type AsOwner } from './webhook-sending.js';
import { WebhookWriting } from './webhook-writing.js';
import { RUN_WEBHOOK } from './webhook.tasks.js';

/** How soon a webhook is told. */
const EVERY_MS = 10_000;
/** Should the worker be killed meanwhile. */
const TAKEN_OVER_AFTER_MS = 60_000;

type Ids = Readonly<Record<'webhookId' | 'networkId', string>>;

/** Keeps each active webhook up: looks what there is to tell it, and sends it. */
@Injectable()
export class WebhookRuns implements OnModuleInit {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly feed: ChangeFeed,
    private readonly writing: WebhookWriting,
    private readonly sending: WebhookSending,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(RUN_WEBHOOK, (unit, ids) => this.run(unit, ids));
  }

  /** In place of a run that waits already. */
  async add(
    tx: TenantTransaction,
    { id, unitId, networkId }: Pick<Webhook, 'id' | 'unitId' | 'networkId'>,
    runAt: Date,
  ): Promise<void> {
    await this.queue.add(tx, RUN_WEBHOOK, { unitId, ids: { webhookId: id, networkId }, key: id, runAt });
  }

  private async run(unit: ActingUnit, { webhookId, networkId }: Ids): Promise<void> {
    const { regionId, unitId } = unit;
    const asOwner: AsOwner = (work) =>
      this.tenancy.writeAsUnit(unit, (tx) => tx.asConvener({ unitId, networkId }, () => work(tx)));
    const again = (tx: TenantTransaction, wait: number) =>
      this.add(tx, { id: webhookId, unitId, networkId }, new Date(tx.now.getTime() + wait));
    // What has no place yet is given one, apart from what follows.
    await this.feed.tell(regionId, Number.MAX_SAFE_INTEGER, 0);
    const isTold = await asOwner(async (tx) => {
      const isActive = await this.writing.write(tx, webhookId);
      if (isActive) await again(tx, TAKEN_OVER_AFTER_MS);
      return isActive;
    });
    if (!isTold) return;
    const isMore = await this.sending.sendDue(webhookId, asOwner);
    await asOwner((tx) => again(tx, isMore ? 0 : EVERY_MS));
  }
}
