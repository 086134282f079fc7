import {
  describeAudience,
  grantCommittees,
  grantStewards,
  listMembers,
  MembershipRole,
  SharedPart,
  type AudienceObject,
} from '#network';
import { ROLES, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';

const { EVALUATION_ROUND, EVALUATION_ROUND_ONCE_OPEN, EVALUATION_ROUND_ONCE_PUBLISHED } = SharedPart;

/** Says before nominations are called for what the row policies will let others read of a round. */
@Injectable()
export class RoundAudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part. */
  async of(tx: TenantTransaction, networkId: string): Promise<AudienceObject> {
    const members = await listMembers(tx, [networkId]);
    const others = members.map(({ unitId, role }) => ({
      unitId,
      networkId,
      // At the convener’s its representatives: the committee reads it from the beginning.
      roles: role === MembershipRole.CONVENER ? (['REPRESENTATIVE'] as const) : ROLES,
      parts: [EVALUATION_ROUND_ONCE_OPEN],
    }));
    const committees = grantCommittees(members, [EVALUATION_ROUND]);
    const stewards = grantStewards([networkId], [EVALUATION_ROUND_ONCE_PUBLISHED]);
    return describeAudience(tx, [...others, ...committees, ...stewards]);
  }
}
