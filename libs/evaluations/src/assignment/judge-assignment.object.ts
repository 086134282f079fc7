import { connectionOf, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { ScoreSheetObject } from '../sheet/score-sheet.object.js';
import { JudgeAssignmentGround, JudgeAssignmentState } from './judge-assignment.entity.js';

registerEnumType(JudgeAssignmentState, {
  name: 'JudgeAssignmentState',
  description: 'How the sheet of a judge for a nomination stands.',
  valuesMap: {
    PROPOSED: { description: 'Not settled; the returning officer alone knows it.' },
    SETTLED: { description: 'To be scored; missing when scoring is closed.' },
    SUBMITTED: { description: 'Its sheet is submitted, and counts as it is when scoring is closed.' },
    DROPPED: { description: 'It will not be scored by that judge.' },
    SET_ASIDE: { description: 'Its sheet was submitted, and does not count.' },
  },
});

registerEnumType(JudgeAssignmentGround, {
  name: 'JudgeAssignmentGround',
  description: 'Why a judge does not score a nomination after all.',
  valuesMap: {
    CONFLICT_FOUND: { description: 'A unit in which that person holds a post had a hand in it.' },
    CONFLICT_DECLARED: { description: 'The judge declared a conflict (回避).' },
    EXCUSED: { description: 'The judge was excused.' },
    BY_RETURNING_OFFICER: { description: 'The returning officer ended it.' },
  },
});

@ObjectType('JudgeAssignment', {
  implements: () => Node,
  description:
    'That a judge scores a nomination. Its returning officer reads it and, once it is settled, that judge; nobody else ever does.',
})
export abstract class JudgeAssignmentObject extends Node {
  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'In which round; null when you can no longer see it.',
  })
  readonly round!: EvaluationRoundObject | null;

  @Field(() => NominationObject, {
    nullable: true,
    description: 'What is scored; null when you can no longer see it.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => EvaluationPanelKind, { description: 'In which panel the judge sits.' })
  readonly panelKind!: EvaluationPanelKind;

  @Field(() => String, { description: 'The name of the judge, as it was when the roll was made.' })
  readonly judgeName!: string;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit of the judge’s post; null when you cannot see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => JudgeAssignmentState, { description: 'How it stands.' })
  readonly state!: JudgeAssignmentState;

  @Field(() => JudgeAssignmentGround, {
    nullable: true,
    description: 'Why it no longer stands; null while it does.',
  })
  readonly ground!: JudgeAssignmentGround | null;

  @Field(() => String, { nullable: true, description: 'What was said when it ended.' })
  readonly reason!: string | null;

  @Field(() => ScoreSheetObject, {
    nullable: true,
    description: 'For its judge: the sheet, once something is saved; null for everybody else, always.',
  })
  readonly sheet!: ScoreSheetObject | null;

  @Field(() => Int, { description: 'Counts its changes; saving and amending a sheet is none.' })
  readonly version!: number;
}

export const JudgeAssignmentConnection = connectionOf(JudgeAssignmentObject, 'JudgeAssignment');
export const JudgeAssignmentResult = resultUnion('JudgeAssignmentResult', [
  JudgeAssignmentObject,
  StaleVersion,
  WrongState,
]);
