import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { judgingAudience, ReturnedRow } from '../judge/judging-part.js';

/** What the returning officer holds of a round, whose id it has: who may change an assignment has locked it. */
@Audited<JudgingRoll>({
  thing: 'JudgingRoll',
  seenBy: (roll) => judgingAudience(roll),
  isActorsOwn: true,
})
@Entity()
export class JudgingRoll extends ReturnedRow {
  /** When judges were first shown what is theirs. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('integer')
  version!: number;
}
