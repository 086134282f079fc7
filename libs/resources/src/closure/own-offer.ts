import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { Offer } from '../offer/offer.entity.js';

/** An offer of the acting unit, locked like a booking locks it: no request is judged while its days change. */
export async function lockOwnOffer(
  tx: TenantTransaction,
  occupancy: OccupancyRepository,
  id: string,
): Promise<Offer> {
  await occupancy.lock(tx, id);
  const offer = found(await tx.find<Offer>(Offer, id));
  if (offer.unitId !== tx.actor.unitId) throw ApiError.forbidden();
  return offer;
}
