import type { FileCarrier } from '#files';
import { asCommittee } from '#network';
import { actionFileAudience } from './action-audience.js';
import { Action } from './action.entity.js';

/** Evidence of an action: from the unit that does it, and from the committee. */
export const ACTION_FILES: FileCarrier<Action> = {
  type: 'Action',
  find: (tx, id) => tx.find(Action, id),
  hold: async (tx, id) => {
    const known = await tx.find(Action, id);
    return known && asCommittee(tx, known.networkId, () => tx.lock(Action, id));
  },
  mayChange: ({ actor }, { unitId, networkId }) =>
    actor.convenedNetworkIds.includes(networkId) || unitId === actor.unitId,
  audienceOf: actionFileAudience,
};
