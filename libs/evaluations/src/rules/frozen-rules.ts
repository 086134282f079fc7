import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { EvaluationAward } from './evaluation-award.entity.js';
import { EvaluationCriterion } from './evaluation-criterion.entity.js';
import { EvaluationPanel } from './evaluation-panel.entity.js';
import { EvaluationRules } from './evaluation-rules.entity.js';

/** What a round is scored by, since scoring began. */
export interface FrozenRules {
  readonly rules: EvaluationRules;
  /** By position. */
  readonly criteria: readonly EvaluationCriterion[];
  readonly panels: readonly EvaluationPanel[];
}

/** Of frozen rows alone: what somebody might slip in later counts nowhere. NOT_FOUND before scoring. */
export async function getFrozenRules(tx: TenantTransaction, roundId: string): Promise<FrozenRules> {
  const { regionId } = tx;
  const where = { regionId, roundId, isFrozen: true };
  return {
    rules: found(await tx.manager.findOneBy(EvaluationRules, { regionId, id: roundId, isFrozen: true })),
    criteria: await tx.manager.find(EvaluationCriterion, { where, order: { position: 'ASC' } }),
    panels: await tx.manager.find(EvaluationPanel, { where, order: { kind: 'ASC' } }),
  };
}

/** By position. Apart from the others, which are read with every sheet. */
export async function listFrozenAwards(tx: TenantTransaction, roundId: string): Promise<EvaluationAward[]> {
  const where = { regionId: tx.regionId, roundId, isFrozen: true };
  return tx.manager.find(EvaluationAward, { where, order: { position: 'ASC' } });
}
