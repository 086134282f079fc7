import type { Audience, FileCarrier } from '#files';
import type { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { Offer } from './offer.entity.js';

/** Pictures of a hall or a bus: the owner's, and seen wherever the offer is published. */
export function offerFiles(occupancy: OccupancyRepository): FileCarrier<Offer> {
  return {
    type: 'Offer',
    find: (tx, id) => tx.find<Offer>(Offer, id),
    hold: async (tx, id) => {
      await occupancy.lock(tx, id);
      return tx.find<Offer>(Offer, id);
    },
    mayChange: (tx, { unitId }) => unitId === tx.actor.unitId,
    audienceOf: ({ networkIds }) => offerAudience(networkIds),
  };
}

export function offerAudience(networkIds: string[]): Audience {
  return { unitIds: [], networkIds, committeeNetworkIds: [] };
}
