import { Config } from '#config';
import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Mailer } from '../mail/mailer.js';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import { isRobotAddress } from '../robot/robot-address.js';
import { MessageWatches } from '../watch/message-watches.js';
import { isTold } from './channels-of.js';
import { MailCodes } from './mail-codes.js';
import { MessageLanguage } from './message-language.enum.js';
import { MessageSettings } from './message-settings.entity.js';
import type { MessageSettingsInput, QuietHoursInput, RobotInput } from './message-settings.inputs.js';

type Values = Omit<MessageSettings, 'regionId' | 'id'>;

/** Nothing is sent until somebody wants it. */
const AT_FIRST: Values = {
  mailAddress: null,
  mailConfirmedAt: null,
  codeHash: null,
  codeAskedAt: null,
  codesSince: null,
  codesAsked: 0,
  robotKind: null,
  robotAddress: null,
  robotSecret: null,
  topics: [],
  language: MessageLanguage.ZH,
  quietFrom: 21 * 60,
  quietUntil: 8 * 60,
};

/** Keeps how a post is told of things, and begins and ends the telling. */
@Injectable()
export class MessageSettingsService {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly codes: MailCodes,
    private readonly watches: MessageWatches,
  ) {}

  /** Those of the acting post; as they are at first, if it has set none. */
  async get(tx: TenantTransaction): Promise<MessageSettings> {
    const { regionId } = tx;
    const id = found(tx.actor.postId);
    return (await tx.find(MessageSettings, id)) ?? { ...AT_FIRST, regionId, id };
  }

  /** @throws ApiError BAD_USER_INPUT for an address that cannot be; TOO_MANY_REQUESTS for too many codes */
  async set(tx: TenantTransaction, input: MessageSettingsInput): Promise<MessageSettings> {
    const before = await this.hold(tx);
    const changes = {
      ...this.mailOf(before, input.mailAddress),
      ...this.robotOf(input.robot),
      ...quietOf(input.quietHours),
      topics: input.topics ?? (input.topics === null ? [] : before.topics),
      language: input.language ?? before.language,
    };
    const after = await tx.change(MessageSettings, before, changes);
    await this.tell(tx, after);
    const isCodeWanted = Boolean(input.mailAddress) && after.mailConfirmedAt === null;
    return isCodeWanted ? this.codes.ask(tx, after) : after;
  }

  async confirmMail(tx: TenantTransaction, code: string): Promise<MessageSettings> {
    const before = await tx.lock(MessageSettings, found(tx.actor.postId));
    const after = await this.codes.redeem(tx, before, code);
    await this.tell(tx, after);
    return after;
  }

  private async hold(tx: TenantTransaction): Promise<MessageSettings> {
    const id = found(tx.actor.postId);
    const held = await tx.lock(MessageSettings, id);
    return held ?? tx.insert(MessageSettings, { ...AT_FIRST, id });
  }

  /** Who begins to be told hears of what comes from now on. */
  private async tell(tx: TenantTransaction, settings: MessageSettings): Promise<void> {
    if (isTold(settings)) await this.watches.start(tx, settings);
    else await this.watches.stop(tx, settings.id);
  }

  private mailOf(before: MessageSettings, address: string | null | undefined): Partial<Values> {
    if (address === undefined || address === before.mailAddress) return {};
    if (address !== null && !this.mailer.isOffered)
      throw ApiError.badInput([{ path: 'input.mailAddress', message: WORDS.mailNotOffered }]);
    return { mailAddress: address, mailConfirmedAt: null, codeHash: null, codeAskedAt: null };
  }

  private robotOf(robot: RobotInput | null | undefined): Partial<Values> {
    if (robot === undefined) return {};
    if (robot === null) return { robotKind: null, robotAddress: null, robotSecret: null };
    const { kind, address, secret = null } = robot;
    if (!isRobotAddress(kind, address, this.config.robotOrigins))
      throw ApiError.badInput([{ path: 'input.robot.address', message: WORDS.robotForm }]);
    return { robotKind: kind, robotAddress: address, robotSecret: secret === '' ? null : secret };
  }
}

function quietOf(hours: QuietHoursInput | null | undefined): Partial<Values> {
  if (hours === undefined) return {};
  if (hours === null) return { quietFrom: null, quietUntil: null };
  const { from, until } = hours;
  if (from === until || from === 1440 || until === 1440)
    throw ApiError.badInput([{ path: 'input.quietHours', message: WORDS.quietForm }]);
  return { quietFrom: from, quietUntil: until };
}
