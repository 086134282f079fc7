import type { TenantTransaction } from '#tenancy';
import type { CountingRules } from '../arithmetic/counting-rules.js';
import type { EvaluationAward } from '../rules/evaluation-award.entity.js';
import { getFrozenRules } from '../rules/frozen-rules.js';

/** What a round is counted by: its frozen rows alone, so that none that slipped in later ever counts. */
export async function loadCountingRules(
  tx: TenantTransaction,
  roundId: string,
  awards: readonly EvaluationAward[],
  withheldAwardIds: readonly string[],
): Promise<CountingRules> {
  const { rules, criteria, panels } = await getFrozenRules(tx, roundId);
  return {
    minimumSheets: rules.minimumSheets,
    criteria: criteria.map(({ position, weight }) => ({ position, weight })),
    panels: panels.map(({ kind, weight }) => ({ kind, weight })),
    awards: awards.map(({ id, position, places, minScore }) => ({
      id,
      position,
      places,
      minScore,
      isWithheld: withheldAwardIds.includes(id),
    })),
  };
}
