import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { ruleAudience, RuleRow } from './rule-readers.js';

/** How a round is scored; its id is that of the round. */
@Audited<EvaluationRules>({
  thing: 'EvaluationRound',
  partOf: ({ id }) => id,
  seenBy: ruleAudience,
  leaveOut: ['isOpen', 'returningPostId', 'isFrozen'],
})
@Entity()
export class EvaluationRules extends RuleRow {
  /** The lowest score, exact, as `0.00`. */
  @Column('numeric')
  scaleMin!: string;

  @Column('numeric')
  scaleMax!: string;

  /** Scores are the lowest and whole steps above it. */
  @Column('numeric')
  scaleStep!: string;

  /** A panel with fewer sheets is left out for a nomination. */
  @Column('integer')
  minimumSheets!: number;

  /** How many judges of each panel are proposed for a nomination. */
  @Column('integer')
  sheetsPerPanel!: number;
}
