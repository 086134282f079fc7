import type { FileCarrier } from '#files';
import { Need } from './need.entity.js';
import { needFileAudience, type NeedRepository } from './need.repository.js';

/** Pictures of what is wrong: added by its unit, and read by those who read the need. */
export function needFiles(needs: NeedRepository): FileCarrier<Need> {
  return {
    type: 'Need',
    find: (tx, id) => tx.find(Need, id),
    hold: async (tx, id) => ((await tx.find(Need, id)) ? needs.take(tx, id) : null),
    mayChange: (tx, { unitId }) => unitId === tx.actor.unitId,
    audienceOf: needFileAudience,
  };
}
