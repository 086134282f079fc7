import { MS_PER_DAY, MS_PER_HOUR } from '#calendar';
import { ApiError, Refused } from '#graphql';
import { JobHandlers, JobQueue } from '#jobs';
import { AttemptLimit, getRegionCode, InvalidCode, makeShortCode, readCode, TooManyAttempts } from '#network';
import { NotSignedIn, Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Mailer, type Mail } from '../mail/mailer.js';
import { SEND_MAIL_CODE } from '../message/message.tasks.js';
import { NotTaken } from '../message/not-taken.js';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import { MessageSettings } from './message-settings.entity.js';

const GOOD_FOR_MS = MS_PER_HOUR;
const MOST_A_DAY = 5;

/** Proves that whoever sets a mail address reads what is sent there, before anything else is. */
@Injectable()
export class MailCodes implements OnModuleInit {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly mailer: Mailer,
    private readonly attempts: AttemptLimit,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(SEND_MAIL_CODE, (unit, { postId }) => this.send(unit, postId));
  }

  /**
   * Has a code mailed to the address as it is set.
   * @throws ApiError TOO_MANY_REQUESTS for the sixth in a day
   */
  async ask(tx: TenantTransaction, settings: MessageSettings): Promise<MessageSettings> {
    const { codesSince } = settings;
    const isNewDay = codesSince === null || tx.now.getTime() - codesSince.getTime() >= MS_PER_DAY;
    const codesAsked = isNewDay ? 1 : settings.codesAsked + 1;
    if (codesAsked > MOST_A_DAY) throw new ApiError('TOO_MANY_REQUESTS', WORDS.tooManyCodes);
    const asked = await tx.change(MessageSettings, settings, {
      codeHash: null,
      codeAskedAt: tx.now,
      codesSince: isNewDay ? tx.now : codesSince,
      codesAsked,
    });
    const { unitId } = tx.actor;
    await this.queue.add(tx, SEND_MAIL_CODE, { unitId, ids: { postId: settings.id }, key: settings.id });
    return asked;
  }

  /** @throws Refused as InvalidCode, or TooManyAttempts */
  async redeem(
    tx: TenantTransaction,
    settings: MessageSettings | null,
    code: string,
  ): Promise<MessageSettings> {
    // Counted apart from the act, which a wrong code takes back.
    if (!(await this.attempts.admit('mailCode', String(tx.actor.postId))))
      throw new Refused(new TooManyAttempts());
    const given = readCode(code)?.hash;
    const { codeHash = null, codeAskedAt = null } = settings ?? {};
    const isGood = codeAskedAt !== null && tx.now.getTime() - codeAskedAt.getTime() < GOOD_FOR_MS;
    if (!settings || !given || !isGood || !codeHash?.equals(given)) throw new Refused(new InvalidCode());
    return tx.change(MessageSettings, settings, {
      mailConfirmedAt: tx.now,
      codeHash: null,
      codeAskedAt: null,
    });
  }

  /** A code is made when it is sent, so that it stands nowhere: a second delivery has another, and makes the first void. */
  private async send({ regionId }: ActingUnit, postId: string): Promise<void> {
    try {
      const mail = await this.tenancy.writeAsPost({ regionId, postId }, (tx) => this.write(tx, postId));
      if (mail) await this.mailer.send(mail);
    } catch (error) {
      const isForGood = error instanceof NotTaken && error.failure === 'REFUSED';
      if (!isForGood && !(error instanceof NotSignedIn)) throw error;
    }
  }

  private async write(tx: TenantTransaction, postId: string): Promise<Mail | null> {
    const settings = await tx.lock(MessageSettings, postId);
    if (!settings?.mailAddress || settings.mailConfirmedAt !== null || settings.codeAskedAt === null)
      return null;
    if (tx.now.getTime() - settings.codeAskedAt.getTime() >= GOOD_FOR_MS) return null;
    const { text: code, hash } = makeShortCode(await getRegionCode(tx));
    await tx.change(MessageSettings, settings, { codeHash: hash });
    const { language, mailAddress } = settings;
    return {
      id: tx.newId(),
      to: mailAddress,
      subject: WORDS.codeSubject[language],
      text: WORDS.code({ code })[language],
    };
  }
}
