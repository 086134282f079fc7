import type { FileCarrier } from '#files';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Recognition, RecognitionKind } from './recognition.entity.js';

/** Photos of a letter or a banner: from the committee, and from the unit on whose wall it hangs, while it stands. */
export const RECOGNITION_FILES: FileCarrier<Recognition> = {
  type: 'Recognition',
  find: (tx, id) => tx.find(Recognition, id),
  hold: async (tx, id) => {
    const known = await tx.find(Recognition, id);
    return known && asCommittee(tx, known.networkId, () => tx.lock(Recognition, id));
  },
  mayChange: (tx, { kind, networkId, unitId, takenBackAt }) =>
    kind !== RecognitionKind.AWARD && takenBackAt === null && speaksFor(tx, unitId, networkId),
  // What the network reads is published.
  audienceOf: ({ unitId, networkId }) => ({
    unitIds: [unitId],
    networkIds: [networkId],
    committeeNetworkIds: [networkId],
  }),
};

function speaksFor({ actor }: TenantTransaction, unitId: string, networkId: string): boolean {
  if (actor.convenedNetworkIds.includes(networkId)) return true;
  return unitId === actor.unitId && actor.role !== 'REPRESENTATIVE';
}
