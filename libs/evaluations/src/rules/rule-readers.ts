import { TenantEntity } from '#database';
import { Column } from 'typeorm';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';

/** What the rules of a round say: it follows the round until it is frozen, and is never written again from then on. */
export abstract class RuleRow extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Whether the network reads it. */
  @Column('boolean')
  isOpen!: boolean;

  @Column('uuid', { nullable: true })
  returningPostId!: string | null;

  /** Since scoring began. Figures are worked out from frozen rows alone. */
  @Column('boolean')
  isFrozen!: boolean;
}

/** One of which a round has several. */
export abstract class RulePart extends RuleRow {
  @Column('uuid')
  roundId!: string;
}

/** What every row of the rules repeats. */
export function ruleReadersOf({ networkId, openedAt, returningPostId, scoringAt }: EvaluationRound) {
  return { networkId, returningPostId, isOpen: openedAt !== null, isFrozen: scoringAt !== null };
}

/** The committee reads lines of the rules; others read what stands. */
export function ruleAudience({ networkId }: RuleRow) {
  return { committees: [networkId] };
}
