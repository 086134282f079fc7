import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { judgingAudience, JudgingPart } from './judging-part.js';

/** Somebody who can be given nominations to judge, once in a round whatever posts the person holds. */
@Audited<EvaluationJudge>({
  thing: 'JudgingRoll',
  partOf: ({ roundId }) => roundId,
  seenBy: (judge) => judgingAudience(judge),
  leaveOut: ['personName'],
  isActorsOwn: true,
})
@Entity()
export class EvaluationJudge extends JudgingPart {
  @Column('text')
  panelKind!: EvaluationPanelKind;

  @Column('uuid')
  postId!: string;

  @Column('uuid')
  personId!: string;

  /** As it was when the roll was made. */
  @Column('text')
  personName!: string;

  @Column('uuid')
  unitId!: string;

  /** Since when this judge is given no more. */
  @Column('timestamptz', { nullable: true })
  excusedAt!: Date | null;

  @Column('text', { nullable: true })
  excuse!: string | null;

  @Column('integer')
  version!: number;
}
