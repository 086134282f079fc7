import { writeChineseTime } from '#calendar';
import { joinChat } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { namesOf } from '../membership/membership-chat.js';
import { MEMBERSHIP_ROLES } from '../membership/membership.words.js';
import { timeZoneOf } from '../region/time-zone.js';
import type { HandedInvitation } from './invitation.service.js';
import { INVITATION_CHAT } from './invitation-chat.words.js';

/** What one would send to whoever shall speak for the unit, and to nobody else: it holds the code. */
export async function writeInvitationChat(tx: TenantTransaction, handed: HandedInvitation): Promise<string> {
  const { membership, unitName: unit, oneTimeCode: code, expiresAt } = handed;
  const { convener, network } = await namesOf(tx, membership);
  const role = MEMBERSHIP_ROLES[membership.role];
  const until = writeChineseTime(expiresAt, await timeZoneOf(tx));
  return joinChat([
    INVITATION_CHAT.invite({ convener, network, unit, role }),
    INVITATION_CHAT.use({ code }),
    INVITATION_CHAT.limits({ until }),
    INVITATION_CHAT.inPrivate,
  ]);
}
