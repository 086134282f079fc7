import { AnyPost, ConnectionArgs, found, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MessageSettingsService } from '../settings/message-settings.service.js';
import { MessageWriting } from './message-writing.js';
import type { Message } from './message.entity.js';
import { MessageConnection, MessageObject, NextMessageObject } from './message.object.js';
import { MESSAGES } from './message.reads.js';
import { OwnMessages } from './own-messages.js';

interface NextMessage {
  readonly text: string | null;
}

@Resolver(() => MessageObject)
export class MessageResolver {
  constructor(
    private readonly own: OwnMessages,
    private readonly writing: MessageWriting,
    private readonly settings: MessageSettingsService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MessageConnection, {
    name: 'messages',
    description: 'What your post was sent, the latest first; kept for 30 days.',
  })
  list(@Args() page: ConnectionArgs, @Context() context: TenantContext, @Info() info: GraphQLResolveInfo) {
    return this.reader.page(context, info, MESSAGES, page, {});
  }

  @AnyPost()
  @Query(() => NextMessageObject, {
    description: 'What your post would be sent now. It is not sent by that.',
  })
  nextMessage(@Context() context: TenantContext): Promise<NextMessage> {
    return context.read(async (tx) => ({
      text: await this.writing.preview(tx, await this.settings.get(tx)),
    }));
  }

  @AnyPost()
  @Mutation(() => [MessageObject], {
    description:
      'Sends a test by each way that you have set, also in quiet hours; a mail address has to be confirmed. Empty when there is none. TOO_MANY_REQUESTS when more than five are asked for in an hour.',
  })
  sendTestMessage(@Context() context: TenantContext): Promise<Message[]> {
    return context.write((tx) => this.own.sendTest(tx, found(tx.actor.postId)));
  }
}
