import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { ruleAudience, RulePart } from './rule-readers.js';

/** Who judges, and how much that weighs. */
@Audited<EvaluationPanel>({
  thing: 'EvaluationRound',
  partOf: ({ roundId }) => roundId,
  seenBy: ruleAudience,
  leaveOut: ['isOpen', 'returningPostId', 'isFrozen'],
})
@Entity()
export class EvaluationPanel extends RulePart {
  @Column('text')
  kind!: EvaluationPanelKind;

  /** In per cent, exact; those of a round sum to 100. */
  @Column('numeric')
  weight!: string;
}
