import {
  describeAudience,
  grantCommittees,
  listMembers,
  MembershipRole,
  OF_UNIT,
  SharedPart,
  type AudienceObject,
} from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';

const { DISH_ORDER, DISH_ORDER_ONCE_DISPATCHED, DISH_ORDER_CONTACT, DISH_ORDER_CONTACT_ONCE_ACCEPTED } =
  SharedPart;

/** Says before an order is placed what the row policies will let others read of it. */
@Injectable()
export class OrderAudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part. */
  async of(tx: TenantTransaction, networkId: string): Promise<AudienceObject> {
    const members = await listMembers(tx, [networkId]);
    const { unitId } = tx.actor;
    const parts = [DISH_ORDER, DISH_ORDER_CONTACT];
    const own = { unitId, networkId: null, roles: OF_UNIT, parts };
    const others = members
      .filter((one) => one.unitId !== unitId && one.role !== MembershipRole.CONVENER)
      .map((one) => ({
        unitId: one.unitId,
        networkId,
        roles: OF_UNIT,
        parts: [DISH_ORDER_ONCE_DISPATCHED, DISH_ORDER_CONTACT_ONCE_ACCEPTED],
      }));
    return describeAudience(tx, [own, ...others, ...grantCommittees(members, parts)]);
  }
}
