import { ChangesModule } from '#changes';
import { JobsModule } from '#jobs';
import { Module } from '@nestjs/common';
import { AskedDeliveries } from './delivery/asked-deliveries.js';
import { WebhookDeliveryResolver } from './delivery/webhook-delivery.resolver.js';
import { WebhookRuns } from './delivery/webhook-runs.js';
import { WebhookSending } from './delivery/webhook-sending.js';
import { WebhookWriting } from './delivery/webhook-writing.js';
import { NameLookup } from './receiver/name-lookup.js';
import { ReceiverClient } from './receiver/receiver-client.js';
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
export class WebhooksModule {}
