import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { ruleAudience, RulePart } from './rule-readers.js';

/** What is scored; sheets give their scores in the order of positions. */
@Audited<EvaluationCriterion>({
  thing: 'EvaluationRound',
  partOf: ({ roundId }) => roundId,
  seenBy: ruleAudience,
  leaveOut: ['isOpen', 'returningPostId', 'isFrozen'],
})
@Entity()
export class EvaluationCriterion extends RulePart {
  /** From 1 on, without gaps. */
  @Column('integer')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** In per cent, exact; those of a round sum to 100. */
  @Column('numeric')
  weight!: string;
}
