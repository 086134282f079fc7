import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { ruleAudience, RulePart } from './rule-readers.js';

/** A tier of awards, the best first: for so many places, or from a score on. */
@Audited<EvaluationAward>({
  thing: 'EvaluationRound',
  partOf: ({ roundId }) => roundId,
  seenBy: ruleAudience,
  leaveOut: ['isOpen', 'returningPostId', 'isFrozen'],
})
@Entity()
export class EvaluationAward extends RulePart {
  /** From 1 on, without gaps. */
  @Column('integer')
  position!: number;

  @Column('text')
  name!: string;

  /** Null for a tier that is given from a score on. */
  @Column('integer', { nullable: true })
  places!: number | null;

  @Column('numeric', { nullable: true })
  minScore!: string | null;

  /** Credited to who is awarded. */
  @Column('integer')
  points!: number;

  /** Credited to each that held it with them. */
  @Column('integer')
  coHostPoints!: number;
}
