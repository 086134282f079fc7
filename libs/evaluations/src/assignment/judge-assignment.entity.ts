import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { judgingAudience, JudgingPart } from '../judge/judging-part.js';

export enum JudgeAssignmentState {
  PROPOSED = 'PROPOSED',
  SETTLED = 'SETTLED',
  SUBMITTED = 'SUBMITTED',
  DROPPED = 'DROPPED',
  SET_ASIDE = 'SET_ASIDE',
}

/** Why an assignment no longer stands. */
export enum JudgeAssignmentGround {
  CONFLICT_FOUND = 'CONFLICT_FOUND',
  CONFLICT_DECLARED = 'CONFLICT_DECLARED',
  EXCUSED = 'EXCUSED',
  BY_RETURNING_OFFICER = 'BY_RETURNING_OFFICER',
}

const { PROPOSED, SETTLED, SUBMITTED } = JudgeAssignmentState;

/** A sheet is to be expected of these, or is there and counts. */
export const LIVE_ASSIGNMENTS: readonly JudgeAssignmentState[] = [PROPOSED, SETTLED, SUBMITTED];

/** That a judge scores a nomination. It keeps no time: what is saved or amended never touches it. */
@Audited<JudgeAssignment>({
  thing: 'JudgeAssignment',
  seenBy: (one) => judgingAudience(one, ...(one.state === PROPOSED ? [] : [one.judgePersonId])),
  leaveOut: ['judgeName'],
  isActorsOwn: true,
})
@Entity()
export class JudgeAssignment extends JudgingPart {
  @Column('uuid')
  nominationId!: string;

  @Column('text')
  panelKind!: EvaluationPanelKind;

  @Column('uuid')
  judgePostId!: string;

  @Column('uuid')
  judgePersonId!: string;

  @Column('text')
  judgeName!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  state!: JudgeAssignmentState;

  @Column('text', { nullable: true })
  ground!: JudgeAssignmentGround | null;

  /** In the words of whoever ended it; null when a conflict was found. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer')
  version!: number;
}
