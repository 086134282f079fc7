import { writeChineseTime } from '#calendar';
import { joinChat } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { getRegionCode } from '../region/region-code.js';
import { timeZoneOf } from '../region/time-zone.js';
import type { IssuedCode } from './code-validity.js';
import { PASSWORD_CHAT } from './password-chat.words.js';

/** What one would send to the holder of the account, and to nobody else: it holds the code. */
export async function writePasswordChat(tx: TenantTransaction, issued: IssuedCode): Promise<string> {
  const { account, oneTimeCode: code, expiresAt } = issued;
  const until = writeChineseTime(expiresAt, await timeZoneOf(tx));
  return joinChat([
    PASSWORD_CHAT.use({ account, region: await getRegionCode(tx), code }),
    PASSWORD_CHAT.limits({ until }),
    PASSWORD_CHAT.inPrivate,
  ]);
}
