import { Allow, AnyPost, ConnectionArgs, IdArg, OwnSignIn, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { maskUrl } from '../receiver/receiver-url.js';
import type { Webhook } from './webhook.entity.js';
import { CreateWebhookInput, UpdateWebhookInput, WebhookFilter } from './webhook.inputs.js';
import {
  NewWebhookObject,
  RemovedWebhookObject,
  WebhookConnection,
  WebhookObject,
} from './webhook.object.js';
import { WEBHOOKS } from './webhook.reads.js';
import { WebhookService, type NewWebhook } from './webhook.service.js';

@Resolver(() => WebhookObject)
export class WebhookResolver {
  constructor(
    private readonly service: WebhookService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => WebhookConnection, {
    name: 'webhooks',
    description:
      'The webhooks of the committee of which you are the secretary, the newest first; for other posts there are none.',
  })
  list(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: WebhookFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, WEBHOOKS, page, { filter });
  }

  @Allow('SECRETARY')
  @OwnSignIn()
  @Mutation(() => NewWebhookObject, {
    description:
      'Makes a webhook of a network that your committee convenes: it is told of what comes from then on. At most ten a network; BAD_USER_INPUT for one more, and for an address that is not public.',
  })
  async createWebhook(
    @Args('input', { description: 'Who is told of what.' }) input: CreateWebhookInput,
    @Context() context: TenantContext,
  ): Promise<NewWebhook> {
    await this.service.expectPublic(input.url);
    return context.write((tx) => this.service.create(tx, input));
  }

  @Allow('SECRETARY')
  @OwnSignIn()
  @Mutation(() => WebhookObject, {
    description:
      'Changes, pauses or resumes a webhook of your committee. BAD_USER_INPUT for an address that is not public.',
  })
  async updateWebhook(
    @IdArg('Webhook') id: string,
    @Args('input', { description: 'What is to be otherwise.' }) input: UpdateWebhookInput,
    @Context() context: TenantContext,
  ): Promise<Webhook> {
    if (typeof input.url === 'string') await this.service.expectPublic(input.url);
    return context.write((tx) => this.service.update(tx, id, input));
  }

  @Allow('SECRETARY')
  @OwnSignIn()
  @Mutation(() => NewWebhookObject, {
    description:
      'Makes another secret for a webhook of your committee. For 24 hours deliveries are signed with the one before too.',
  })
  rotateWebhookSecret(@IdArg('Webhook') id: string, @Context() context: TenantContext): Promise<NewWebhook> {
    return context.write((tx) => this.service.rotate(tx, id));
  }

  @Allow('SECRETARY')
  @Mutation(() => RemovedWebhookObject, {
    description: 'Removes a webhook of your committee with its deliveries: nothing more goes out.',
  })
  removeWebhook(@IdArg('Webhook') id: string, @Context() context: TenantContext): Promise<Webhook> {
    return context.write((tx) => this.service.remove(tx, id));
  }

  @ResolveField()
  url(@Parent() { url }: Webhook): string {
    return maskUrl(url);
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, newest first; never its address or its secret.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
