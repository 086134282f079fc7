import { Allow, AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AskedDeliveries } from './asked-deliveries.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookDeliveryFilter } from './webhook-delivery.inputs.js';
import { WebhookDeliveryConnection, WebhookDeliveryObject } from './webhook-delivery.object.js';
import { WEBHOOK_DELIVERIES } from './webhook-delivery.reads.js';

@Resolver(() => WebhookDeliveryObject)
export class WebhookDeliveryResolver {
  constructor(
    private readonly asked: AskedDeliveries,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => WebhookDeliveryConnection, {
    name: 'webhookDeliveries',
    description:
      'What the webhooks of the committee of which you are the secretary were told, the latest first; kept for 30 days.',
  })
  list(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: WebhookDeliveryFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, WEBHOOK_DELIVERIES, page, { filter });
  }

  @Allow('SECRETARY')
  @Mutation(() => WebhookDeliveryObject, {
    description:
      'Sends a test to a webhook of your committee. TOO_MANY_REQUESTS when more than five are asked for in an hour; BAD_USER_INPUT while it is paused or switched off.',
  })
  sendTestWebhook(@IdArg('Webhook') id: string, @Context() context: TenantContext): Promise<WebhookDelivery> {
    return context.write((tx) => this.asked.sendTest(tx, id));
  }

  @Allow('SECRETARY')
  @Mutation(() => WebhookDeliveryObject, {
    description:
      'Sends a delivery again, under the same id. BAD_USER_INPUT while its webhook is paused or switched off.',
  })
  redeliverWebhook(
    @IdArg('WebhookDelivery') id: string,
    @Context() context: TenantContext,
  ): Promise<WebhookDelivery> {
    return context.write((tx) => this.asked.sendAgain(tx, id));
  }
}
