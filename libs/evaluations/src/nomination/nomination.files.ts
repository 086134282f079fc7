import type { FileCarrier } from '#files';
import type { TenantTransaction } from '#tenancy';
import { Nomination, NominationState } from './nomination.entity.js';
import { evidenceAudience } from './nomination.repository.js';

const { DRAFT, RETURNED } = NominationState;

/** Evidence: from its unit as long as it is not submitted, and read as the nomination is. */
export const NOMINATION_FILES: FileCarrier<Nomination> = {
  type: 'Nomination',
  find: (tx, id) => tx.find(Nomination, id),
  // Only its own unit may change it, and so need hold it.
  hold: async (tx, id) => {
    const seen = await tx.find(Nomination, id);
    return seen && isOpenTo(tx, seen) ? tx.lock(Nomination, id) : seen;
  },
  mayChange: isOpenTo,
  audienceOf: evidenceAudience,
};

function isOpenTo(tx: TenantTransaction, { unitId, state }: Nomination): boolean {
  return unitId === tx.actor.unitId && (state === DRAFT || state === RETURNED);
}
