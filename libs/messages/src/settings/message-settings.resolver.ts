import { AnyPost, OwnSignIn, TenantContext } from '#graphql';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Mailer } from '../mail/mailer.js';
import { maskAddress } from '../robot/robot-address.js';
import type { MessageSettings } from './message-settings.entity.js';
import { MessageSettingsInput } from './message-settings.inputs.js';
import { ConfirmMailAddressResult, MessageSettingsObject } from './message-settings.object.js';
import { MessageSettingsService } from './message-settings.service.js';

@Resolver(() => MessageSettingsObject)
export class MessageSettingsResolver {
  constructor(
    private readonly service: MessageSettingsService,
    private readonly mailer: Mailer,
  ) {}

  @AnyPost()
  @Query(() => MessageSettingsObject, {
    description: 'How your post is told of things. Nothing is sent until you want it.',
  })
  messageSettings(@Context() context: TenantContext): Promise<MessageSettings> {
    return context.read((tx) => this.service.get(tx));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => MessageSettingsObject, {
    description:
      'Sets how your post is told of things. You are told of what comes from then on. BAD_USER_INPUT for an address that cannot be, or mail that is not offered; TOO_MANY_REQUESTS when more than five codes are asked for in a day.',
  })
  setMessageSettings(
    @Args('input', { description: 'How you want to be told.' }) input: MessageSettingsInput,
    @Context() context: TenantContext,
  ): Promise<MessageSettings> {
    return context.write((tx) => this.service.set(tx, input));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => ConfirmMailAddressResult, {
    description:
      'Confirms the mail address of your post with the code that was mailed there, good for an hour. At most ten attempts in 15 minutes.',
  })
  confirmMailAddress(
    @Args('code', { description: 'The code; capitals, blanks and dashes do not matter.' }) code: string,
    @Context() context: TenantContext,
  ): Promise<MessageSettings> {
    return context.write((tx) => this.service.confirmMail(tx, code));
  }

  @ResolveField()
  isMailOffered(): boolean {
    return this.mailer.isOffered;
  }

  @ResolveField()
  isMailConfirmed(@Parent() { mailConfirmedAt }: MessageSettings): boolean {
    return mailConfirmedAt !== null;
  }

  @ResolveField()
  robotAddress(@Parent() { robotAddress }: MessageSettings): string | null {
    return robotAddress === null ? null : maskAddress(robotAddress);
  }

  @ResolveField()
  isRobotSigned(@Parent() { robotSecret }: MessageSettings): boolean {
    return robotSecret !== null;
  }
}
