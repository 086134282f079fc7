import { ApiError, found } from '#graphql';
import {
  describeAudience,
  grantCommittees,
  grantStewards,
  listMembers,
  OF_UNIT,
  SharedPart,
  type AudienceObject,
  type Grant,
} from '#network';
import { ROLES, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Offer } from '../offer/offer.entity.js';

const { OFFER, OFFER_INTERNAL, BOOKING, CONTACT, CONTACT_ONCE_CONFIRMED } = SharedPart;

/** Says before something is shared what the row policies will let others see of it. */
@Injectable()
export class AudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part, FORBIDDEN for an offer of another unit. */
  async ofOffer(tx: TenantTransaction, id: string, networkIds: string[]): Promise<AudienceObject> {
    const offer = found(await tx.find<Offer>(Offer, id));
    if (offer.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    const members = await listMembers(tx, networkIds);
    const own = { unitId: offer.unitId, networkId: null, roles: OF_UNIT, parts: [OFFER, OFFER_INTERNAL] };
    const shown = members.map(({ unitId, networkId }): Grant => ({
      unitId,
      networkId,
      roles: ROLES,
      parts: [OFFER],
    }));
    const committees = grantCommittees(members, [OFFER_INTERNAL]);
    return describeAudience(tx, [own, ...shown, ...committees, ...grantStewards(networkIds, [OFFER])]);
  }

  /** Throws NOT_FOUND for an offer that is not published to the network, or a network in which the unit takes no part. */
  async ofRequest(tx: TenantTransaction, offerId: string, networkId: string): Promise<AudienceObject> {
    const offer = found(await tx.find<Offer>(Offer, offerId));
    const members = await listMembers(tx, [networkId]);
    if (!offer.networkIds.includes(networkId)) throw ApiError.notFound();
    const of = (unitId: string, parts: SharedPart[]): Grant => ({
      unitId,
      networkId: null,
      roles: OF_UNIT,
      parts,
    });
    const own = of(tx.actor.unitId, [BOOKING, CONTACT]);
    const owner = of(offer.unitId, [BOOKING, CONTACT_ONCE_CONFIRMED]);
    const isOwn = offer.unitId === tx.actor.unitId;
    const committees = grantCommittees(members, [BOOKING, CONTACT]);
    return describeAudience(tx, [own, ...(isOwn ? [] : [owner]), ...committees]);
  }
}
