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

const { DISH, DISH_ONCE_PUBLISHED } = SharedPart;

/** Says before a dish is proposed, or a menu published, what the row policies will let others read of it. */
@Injectable()
export class DishAudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part. */
  async of(tx: TenantTransaction, networkId: string): Promise<AudienceObject> {
    const members = await listMembers(tx, [networkId]);
    const { unitId } = tx.actor;
    const own = { unitId, networkId: null, roles: OF_UNIT, parts: [DISH] };
    const others = members
      .filter((one) => one.unitId !== unitId && !isConvener(one))
      .map((one) => grantOncePublished(one, ROLES));
    const representatives = members
      .filter(isConvener)
      .map((one) => grantOncePublished(one, ['REPRESENTATIVE']));
    const committees = grantCommittees(members, [DISH]);
    const stewards = grantStewards([networkId], [DISH_ONCE_PUBLISHED]);
    return describeAudience(tx, [own, ...others, ...representatives, ...committees, ...stewards]);
  }
}

function grantOncePublished({ unitId, networkId }: Membership, roles: Grant['roles']): Grant {
  return { unitId, networkId, roles, parts: [DISH_ONCE_PUBLISHED] };
}

function isConvener({ role }: Membership): boolean {
  return role === MembershipRole.CONVENER;
}
