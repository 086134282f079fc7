import { ChangesModule } from '#changes';
import { InboxModule } from '#inbox';
import { JobsModule } from '#jobs';
import { NetworkModule } from '#network';
import { Module } from '@nestjs/common';
import { Mailer } from './mail/mailer.js';
import { MessageRenewal } from './message/message-renewal.js';
import { MessageSending } from './message/message-sending.js';
import { MessageSweep } from './message/message-sweep.js';
import { MessageWriting } from './message/message-writing.js';
import { MessageResolver } from './message/message.resolver.js';
import { Outbox } from './message/outbox.js';
import { OwnMessages } from './message/own-messages.js';
import { ChangesHeard } from './news/changes-heard.js';
import { MessageThings } from './news/message-things.js';
import { NewsText } from './news/news-text.js';
import { NewsFinder } from './news/news-finder.js';
import { RobotSender } from './robot/robot-sender.js';
import { MailCodes } from './settings/mail-codes.js';
import { MessageSettingsResolver } from './settings/message-settings.resolver.js';
import { MessageSettingsService } from './settings/message-settings.service.js';
import { MessageWatches } from './watch/message-watches.js';

@Module({
  imports: [ChangesModule, InboxModule, JobsModule, NetworkModule],
  providers: [
    ChangesHeard,
    MailCodes,
    Mailer,
    MessageRenewal,
    MessageResolver,
    MessageSending,
    MessageSettingsResolver,
    MessageSettingsService,
    MessageSweep,
    MessageThings,
    MessageWatches,
    MessageWriting,
    NewsFinder,
    NewsText,
    Outbox,
    OwnMessages,
    RobotSender,
  ],
  exports: [MessageThings],
})
export class MessagesModule {}
