import { ASKER, readsOf, sql } from '#reads';
import { CLAIM_READS } from '../claim/claim.reads.js';
import { Need } from '../need/need.entity.js';

/** What calls add to a need. */
export const CALL_TYPES = [
  readsOf(Need, 'Need', (need) => ({
    firstAcceptance: need.row(
      CLAIM_READS,
      (claim, { id }) => sql`${claim.id} = (SELECT first.id FROM claim first
        WHERE first.region_id = ${ASKER.regionId} AND first.need_id = ${id}
          AND first.accepted_at IS NOT NULL AND first.state <> 'GIVEN_UP'
        ORDER BY first.accepted_at, first.id LIMIT 1)`,
    ),
    callText: need.resolverOfEntity(),
  })),
];
