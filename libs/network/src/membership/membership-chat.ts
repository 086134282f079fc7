import { writeChineseDay } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Network } from '../network/network.entity.js';
import { timeZoneOf } from '../region/time-zone.js';
import { Unit } from '../unit/unit.entity.js';
import { MEMBERSHIP_CHAT } from './membership-chat.words.js';
import { MembershipState, type Membership } from './membership.entity.js';
import { MEMBERSHIP_ROLES } from './membership.words.js';

interface Names {
  readonly unit: string;
  readonly network: string;
  readonly convener: string;
  readonly since: string;
}

/** What one would write into the group chat about a unit in a network, in plain Chinese. */
export async function writeMembershipChat(tx: TenantTransaction, membership: Membership): Promise<string> {
  return composeMembershipChat(membership, await namesOf(tx, membership));
}

export function composeMembershipChat({ state, role }: Membership, names: Names): string {
  const blanks = { ...names, role: MEMBERSHIP_ROLES[role] };
  const lines: Record<MembershipState, () => string> = {
    INVITED: () => MEMBERSHIP_CHAT.invited(blanks),
    ACTIVE: () => MEMBERSHIP_CHAT.active(blanks),
    SUSPENDED: () => MEMBERSHIP_CHAT.suspended(blanks),
    LEFT: () => MEMBERSHIP_CHAT.left(blanks),
  };
  return lines[state]();
}

/** As far as the asker may see them; a unit that is not seen is called by the code it was invited by. */
export async function namesOf(tx: TenantTransaction, membership: Membership): Promise<Names> {
  const { unitId, unitCode, networkId, activeSince, invitedAt } = membership;
  const network = await tx.find(Network, networkId);
  const convener = network && (await tx.find(Unit, network.convenerUnitId));
  const unit = unitId === null ? null : await tx.find(Unit, unitId);
  return {
    unit: unit?.name ?? MEMBERSHIP_CHAT.unitOfCode({ code: unitCode }),
    network: network?.name ?? MEMBERSHIP_CHAT.aNetwork,
    convener: convener?.name ?? MEMBERSHIP_CHAT.aCommittee,
    since: writeChineseDay(activeSince ?? invitedAt, await timeZoneOf(tx)),
  };
}
