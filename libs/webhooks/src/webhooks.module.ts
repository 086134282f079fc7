import { ChangesModule } from '#changes';
import { NodeRegistry } from '#graphql';
import { JobsModule } from '#jobs';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AskedDeliveries } from './delivery/asked-deliveries.js';
import { WebhookDelivery } from './delivery/webhook-delivery.entity.js';
import { WebhookDeliveryResolver } from './delivery/webhook-delivery.resolver.js';
import { WebhookRuns } from './delivery/webhook-runs.js';
import { WebhookSending } from './delivery/webhook-sending.js';
import { WebhookWriting } from './delivery/webhook-writing.js';
import { NameLookup } from './receiver/name-lookup.js';
import { ReceiverClient } from './receiver/receiver-client.js';
import { Webhook } from './webhook/webhook.entity.js';
import { WebhookResolver } from './webhook/webhook.resolver.js';
import { WebhookService } from './webhook/webhook.service.js';

@Module({
  imports: [ChangesModule, JobsModule],
  providers: [
    AskedDeliveries,
    NameLookup,
    ReceiverClient,
    WebhookDeliveryResolver,
    WebhookResolver,
    WebhookRuns,
    WebhookSending,
    WebhookService,
    WebhookWriting,
  ],
})
export class WebhooksModule implements OnModuleInit {
  constructor(private readonly nodes: NodeRegistry) {}

  onModuleInit(): void {
    this.nodes.register('Webhook', (tx, id) => tx.find(Webhook, id));
    this.nodes.register('WebhookDelivery', (tx, id) => tx.find(WebhookDelivery, id));
  }
}
