import {
  describeAudience,
  grantCommittees,
  grantStewards,
  listMembers,
  MembershipRole,
  OF_UNIT,
  SharedPart,
  type AudienceObject,
} from '#network';
import { ROLES, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';

const { NOMINATION, NOMINATION_ONCE_SCORED, NOMINATION_ONCE_PUBLISHED } = SharedPart;

/** Says before a nomination is submitted what the row policies will let others read of it. */
@Injectable()
export class NominationAudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part. */
  async of(tx: TenantTransaction, networkId: string): Promise<AudienceObject> {
    const members = await listMembers(tx, [networkId]);
    const { unitId } = tx.actor;
    const own = { unitId, networkId: null, roles: OF_UNIT, parts: [NOMINATION] };
    const others = members
      .filter((one) => one.unitId !== unitId || one.role === MembershipRole.CONVENER)
      .map((one) => ({
        unitId: one.unitId,
        networkId,
        // At the convener’s its representatives: the committee reads it from the submission on.
        roles: one.role === MembershipRole.CONVENER ? (['REPRESENTATIVE'] as const) : ROLES,
        parts: [NOMINATION_ONCE_SCORED],
      }));
    const committees = grantCommittees(members, [NOMINATION]);
    const stewards = grantStewards([networkId], [NOMINATION_ONCE_PUBLISHED]);
    return describeAudience(tx, [own, ...others, ...committees, ...stewards]);
  }
}
