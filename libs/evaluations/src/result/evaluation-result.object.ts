import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { EvaluationAwardObject } from '../rules/evaluation-rules.object.js';
import { EvaluationResultState, ResultAct } from './evaluation-result.entity.js';
import { SheetsMissing } from './result.refusals.js';

registerEnumType(EvaluationResultState, {
  name: 'EvaluationResultState',
  description: 'How far a result has come.',
  valuesMap: {
    DRAFT: { description: 'Before the committee, which deliberates; others know nothing of it.' },
    ON_NOTICE: { description: 'Published, and open to objection until its notice is over (公示).' },
    FINAL: { description: 'It counts: its awards and points are credited.' },
    SUPERSEDED: { description: 'A later one stands in its place.' },
    LAPSED: { description: 'Its round was cancelled before it was final.' },
  },
});

registerEnumType(ResultAct, {
  name: 'EvaluationResultAct',
  description: 'What was done to a result after the closing.',
  valuesMap: {
    SHEET_SET_ASIDE: { description: 'The returning officer set a sheet aside.' },
    CONFLICT_DECLARED: { description: 'A judge declared a conflict, so that a sheet was set aside.' },
    NOMINATION_EXCLUDED: { description: 'The secretary took a nomination out.' },
    NOMINATION_READMITTED: { description: 'The secretary took a nomination in again.' },
    AWARD_WITHHELD: { description: 'The secretary gave an award to nobody.' },
    AWARD_RESTORED: { description: 'The secretary gave an award after all.' },
  },
});

@ObjectType('EvaluationReason', { description: 'Why a result differs from the one published before it.' })
export abstract class EvaluationReasonObject {
  @Field(() => ResultAct, { description: 'What was done.' })
  readonly act!: ResultAct;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of who did it; null where a judge declared a conflict.',
  })
  readonly text!: string | null;
}

@ObjectType('EvaluationPlacing', { description: 'Where a nomination stood in a result.' })
export abstract class EvaluationPlacingObject {
  @Field(() => Int, { nullable: true, description: 'Its rank; null without a score.' })
  readonly rank!: number | null;

  @Field(() => String, { nullable: true, description: 'The name of its award; null for none.' })
  readonly award!: string | null;
}

@ObjectType('EvaluationChange', { description: 'What became of one nomination from one result to the next.' })
export abstract class EvaluationChangeObject {
  @Field(() => String, { description: 'Title of the nomination.' })
  readonly title!: string;

  @Field(() => EvaluationPlacingObject, {
    nullable: true,
    description: 'In the result before; null when it did not stand there.',
  })
  readonly before!: EvaluationPlacingObject | null;

  @Field(() => EvaluationPlacingObject, {
    nullable: true,
    description: 'In this result; null when it stands there no longer, as it was excluded.',
  })
  readonly after!: EvaluationPlacingObject | null;
}

@ObjectType('EvaluationSureness', {
  description:
    'What would become of the first three ranks if any one sheet were left out, each once, by the same rules.',
})
export abstract class EvaluationSurenessObject {
  @Field(() => Int, { description: 'Sheets that count; each was left out once.' })
  readonly tried!: number;

  @Field(() => Int, { description: 'With so many of them left out others would be among the first three.' })
  readonly otherFirstThree!: number;

  @Field(() => Int, { description: 'With so many more the same would be, on other ranks.' })
  readonly otherOrder!: number;
}

@ObjectType('EvaluationResult', {
  implements: () => Node,
  description:
    'What a round came to. The committee reads it from the closing on, the network and stewards once it is published.',
})
export abstract class EvaluationResultObject extends Node {
  @Field(() => EvaluationRoundObject, { description: 'Of which round.' })
  readonly round!: EvaluationRoundObject;

  @Field(() => Int, {
    nullable: true,
    description: 'From 1, in the order of their publication; null for one that was not published.',
  })
  readonly number!: number | null;

  @Field(() => EvaluationResultState, { description: 'How far it has come.' })
  readonly state!: EvaluationResultState;

  @Field(() => [EvaluationReasonObject], {
    description:
      'Why it differs from what was worked out at the closing, or published before it; one for each act.',
  })
  readonly reasons!: EvaluationReasonObject[];

  @Field(() => [EvaluationChangeObject], {
    description:
      'What differs from the result published before it, by the rank that they have now; none for the first.',
  })
  readonly changes!: EvaluationChangeObject[];

  @Field(() => [EvaluationAwardObject], {
    description: 'Awards that are withheld: given to nobody; the best has the next.',
  })
  readonly withheldAwards!: EvaluationAwardObject[];

  @Field(() => EvaluationSurenessObject, {
    description: 'How sure the first three ranks are, in figures; `surenessText` says it.',
  })
  readonly sureness!: EvaluationSurenessObject;

  @Field(() => DateTimeScalar, { description: 'When it was worked out.' })
  readonly computedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  readonly publishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when units can object, not included: the end of the last working day of its notice, in the zone of the network.',
  })
  readonly noticeUntil!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether working days of a year that was not announced then were guessed from the weekday (provisional).',
  })
  readonly isNoticeProvisional!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made final.' })
  readonly finalAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes.' })
  readonly version!: number;
}

export const EvaluationResultConnection = connectionOf(EvaluationResultObject, 'EvaluationResult');
export const CloseScoringResult = resultUnion('CloseScoringResult', [
  EvaluationRoundObject,
  SheetsMissing,
  StaleVersion,
  WrongState,
]);
