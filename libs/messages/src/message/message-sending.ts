import { MS_PER_DAY } from '#calendar';
import { JobHandlers, JobQueue } from '#jobs';
import { timeZoneOf } from '#network';
import { NotSignedIn, Tenancy, type ActingPost, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Mailer } from '../mail/mailer.js';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import { RobotSender } from '../robot/robot-sender.js';
import { channelsOf } from '../settings/channels-of.js';
import { MessageSettings } from '../settings/message-settings.entity.js';
import { afterQuiet } from '../settings/quiet-hours.js';
import { MessageFailure } from './message-failure.enum.js';
import { MessageRenewal } from './message-renewal.js';
import { Message, MessageChannel, MessageState } from './message.entity.js';
import { SEND_MESSAGE } from './message.tasks.js';
import { NotTaken } from './not-taken.js';

/** What is older is of no use to anybody. */
const TOO_OLD_MS = MS_PER_DAY;
const MOST_ATTEMPTS = 12;

interface Parcel {
  readonly message: Message;
  readonly settings: MessageSettings;
}

type Ids = Readonly<Record<'postId' | 'messageId', string>>;

/** Sends what is written, outside any transaction: once if all goes well, and with the same id if it comes twice. */
@Injectable()
export class MessageSending implements OnModuleInit {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly renewal: MessageRenewal,
    private readonly mailer: Mailer,
    private readonly robots: RobotSender,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(SEND_MESSAGE, (unit, ids) => this.send(unit, ids));
  }

  private async send({ regionId }: ActingUnit, ids: Ids): Promise<void> {
    const post = { regionId, postId: ids.postId };
    const parcel = await this.asPost(post, (tx) => this.take(tx, ids));
    if (!parcel) return;
    try {
      await this.deliver(parcel);
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      const isGivenUp = await this.asPost(post, (tx) => this.noteFailure(tx, ids, error));
      if (isGivenUp === false) throw error;
      return;
    }
    await this.asPost(post, (tx) =>
      this.settle(tx, ids, { state: MessageState.SENT, failure: null, sentAt: tx.now }),
    );
  }

  /** Null when the post is no longer held: nothing more goes out then. */
  private async asPost<T>(post: ActingPost, work: (tx: TenantTransaction) => Promise<T>): Promise<T | null> {
    try {
      return await this.tenancy.writeAsPost(post, work);
    } catch (error) {
      if (error instanceof NotSignedIn) return null;
      throw error;
    }
  }

  /** What is to go out now; null for what was sent, is not wanted any more, or waits for the morning. */
  private async take(tx: TenantTransaction, ids: Ids): Promise<Parcel | null> {
    const message = await tx.lock(Message, ids.messageId);
    if (message?.state !== MessageState.WAITING) return null;
    const settings = await tx.find(MessageSettings, ids.postId);
    if (!settings || !channelsOf(settings).includes(message.channel)) {
      await tx.change(Message, message, { state: MessageState.DROPPED });
      return null;
    }
    if (tx.now.getTime() - message.writtenAt.getTime() > TOO_OLD_MS) {
      await tx.change(Message, message, { state: MessageState.FAILED, failure: MessageFailure.TOO_OLD });
      return null;
    }
    const later = message.isTest ? tx.now : afterQuiet(tx.now, settings, await timeZoneOf(tx));
    if (later > tx.now) {
      await this.queue.add(tx, SEND_MESSAGE, { unitId: tx.actor.unitId, ids, runAt: later });
      return null;
    }
    const renewed = await this.renewal.renew(tx, message, settings);
    if (!renewed) await tx.change(Message, message, { state: MessageState.DROPPED });
    return renewed && { message: renewed, settings };
  }

  private async deliver({ message: { id, channel, text, isTest }, settings }: Parcel): Promise<void> {
    const { language, mailAddress, robotKind, robotAddress, robotSecret } = settings;
    switch (channel) {
      case MessageChannel.MAIL: {
        if (mailAddress === null) throw new NotTaken('REFUSED');
        const subject = isTest ? WORDS.testSubject : WORDS.subject;
        return this.mailer.send({ id, to: mailAddress, subject: subject[language], text });
      }
      case MessageChannel.ROBOT: {
        if (robotKind === null || robotAddress === null) throw new NotTaken('REFUSED');
        const robot = { kind: robotKind, address: robotAddress, secret: robotSecret };
        // Robots have no place for an id but the text.
        return this.robots.send(robot, `${text}\n#${id.slice(0, 8)}`);
      }
    }
  }

  /** Whether it is given up. */
  private async noteFailure(tx: TenantTransaction, ids: Ids, { failure }: NotTaken): Promise<boolean> {
    const message = await tx.lock(Message, ids.messageId);
    if (message?.state !== MessageState.WAITING) return true;
    const attempts = message.attempts + 1;
    const isGivenUp = failure === 'REFUSED' || attempts >= MOST_ATTEMPTS;
    const state = isGivenUp ? MessageState.FAILED : MessageState.WAITING;
    await tx.change(Message, message, { attempts, state, failure: MessageFailure[failure] });
    return isGivenUp;
  }

  private async settle(tx: TenantTransaction, ids: Ids, changes: Partial<Message>): Promise<void> {
    const message = await tx.lock(Message, ids.messageId);
    if (message?.state !== MessageState.WAITING) return;
    await tx.change(Message, message, { ...changes, attempts: message.attempts + 1 });
  }
}
