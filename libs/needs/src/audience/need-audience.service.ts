import {
  describeAudience,
  grantCommittees,
  grantStewards,
  listMembers,
  MembershipRole,
  OF_UNIT,
  SharedPart,
  type AudienceObject,
  type Grant,
  type Membership,
} from '#network';
import { ROLES, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';

const { NEED, NEED_ONCE_TAKEN, NEED_CONTACT, NEED_CONTACT_ONCE_CLAIMED } = SharedPart;

/** Says before a need is proposed what the row policies will let others read of it. */
@Injectable()
export class NeedAudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part. */
  async of(tx: TenantTransaction, networkId: string): Promise<AudienceObject> {
    const members = await listMembers(tx, [networkId]);
    const { unitId } = tx.actor;
    const own = { unitId, networkId: null, roles: OF_UNIT, parts: [NEED, NEED_CONTACT] };
    const others = members.filter((one) => one.unitId !== unitId).flatMap(grantOther);
    const representatives = members.filter(isConvener).map((one) => grantOnceTaken(one, ['REPRESENTATIVE']));
    const committees = grantCommittees(members, [NEED, NEED_CONTACT]);
    const stewards = grantStewards([networkId], [NEED_ONCE_TAKEN]);
    return describeAudience(tx, [own, ...others, ...representatives, ...committees, ...stewards]);
  }
}

/** The committee reads it before, by what it is granted itself. */
function grantOther(member: Membership): Grant[] {
  if (isConvener(member)) return [];
  const { unitId, networkId } = member;
  const contact = { unitId, networkId, roles: OF_UNIT, parts: [NEED_CONTACT_ONCE_CLAIMED] };
  return [grantOnceTaken(member, ROLES), contact];
}

function grantOnceTaken({ unitId, networkId }: Membership, roles: Grant['roles']): Grant {
  return { unitId, networkId, roles, parts: [NEED_ONCE_TAKEN] };
}

function isConvener({ role }: Membership): boolean {
  return role === MembershipRole.CONVENER;
}
