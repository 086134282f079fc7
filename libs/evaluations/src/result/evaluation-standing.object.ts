import { connectionOf, DecimalScalar, Node } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LeftOutReason } from '../arithmetic/account.js';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationAwardObject } from '../rules/evaluation-rules.object.js';
import { EvaluationResultObject } from './evaluation-result.object.js';

registerEnumType(LeftOutReason, {
  name: 'LeftOutReason',
  description: 'Why a panel is left out for a nomination.',
  valuesMap: {
    TOO_FEW_SHEETS: { description: 'Fewer judges than the minimum could score it.' },
    SET_ASIDE: { description: 'There would be enough sheets, had none been set aside.' },
  },
});

@ObjectType('EvaluationFigure', { description: 'A figure as it is, and as it is shown.' })
export abstract class EvaluationFigureObject {
  @Field(() => String, { description: 'Exactly, as a fraction in lowest terms: "259/3", "80/1".' })
  readonly exact!: string;

  @Field(() => DecimalScalar, { description: 'Rounded half up to two places, for show alone.' })
  readonly shown!: string;
}

@ObjectType('EvaluationAccountScore', { description: 'One score of a criterion, without a name.' })
export abstract class EvaluationAccountScoreObject {
  @Field(() => DecimalScalar, { description: 'The score.' })
  readonly score!: string;

  @Field(() => Boolean, { description: 'One lowest and one highest of five or more do not count.' })
  readonly isTrimmed!: boolean;
}

@ObjectType('EvaluationAccountCriterion', { description: 'How a panel scored one criterion.' })
export abstract class EvaluationAccountCriterionObject {
  @Field(() => Int, { description: 'Which: its position among the criteria of the round.' })
  readonly position!: number;

  @Field(() => DecimalScalar, { description: 'Its weight in per cent.' })
  readonly weight!: string;

  @Field(() => [EvaluationAccountScoreObject], {
    description: 'From the lowest to the highest: their order says nothing about who gave them.',
  })
  readonly scores!: EvaluationAccountScoreObject[];

  @Field(() => EvaluationFigureObject, { description: 'The mean of those that are not trimmed.' })
  readonly mean!: EvaluationFigureObject;

  @Field(() => EvaluationFigureObject, {
    description:
      'Effective weight of the panel × weight of the criterion × mean, the weights as parts of one.',
  })
  readonly product!: EvaluationFigureObject;
}

@ObjectType('EvaluationAccountPanel', { description: 'How one panel scored a nomination.' })
export abstract class EvaluationAccountPanelObject {
  @Field(() => EvaluationPanelKind, { description: 'Which panel.' })
  readonly kind!: EvaluationPanelKind;

  @Field(() => DecimalScalar, { description: 'Its weight in per cent, by the rules.' })
  readonly weight!: string;

  @Field(() => Int, { description: 'Sheets that count.' })
  readonly sheetsCounted!: number;

  @Field(() => Int, { description: 'Sheets that were set aside.' })
  readonly sheetsSetAside!: number;

  @Field(() => LeftOutReason, {
    nullable: true,
    description: 'Why it is left out; null for one that counts.',
  })
  readonly leftOut!: LeftOutReason | null;

  @Field(() => EvaluationFigureObject, {
    nullable: true,
    description: 'Its weight in per cent over the sum of those of the panels that count; null when left out.',
  })
  readonly effectiveWeight!: EvaluationFigureObject | null;

  @Field(() => [EvaluationAccountCriterionObject], {
    description: 'By position; none of a panel that is left out: so few scores would give a judge away.',
  })
  readonly criteria!: EvaluationAccountCriterionObject[];

  @Field(() => EvaluationFigureObject, {
    nullable: true,
    description: 'The sum of the products; null when left out.',
  })
  readonly subtotal!: EvaluationFigureObject | null;
}

@ObjectType('EvaluationAccount', {
  description:
    'How a score came about, figure by figure, without judges: each follows from what stands before it.',
})
export abstract class EvaluationAccountObject {
  @Field(() => Int, { description: 'A panel with fewer sheets is left out.' })
  readonly minimumSheets!: number;

  @Field(() => [EvaluationAccountPanelObject], {
    // Stored whole with its row: three panels, with their criteria.
    complexity: 20,
    description: 'The panels of the round.',
  })
  readonly panels!: EvaluationAccountPanelObject[];

  @Field(() => EvaluationFigureObject, {
    nullable: true,
    description: 'The sum of the subtotals; null when every panel is left out.',
  })
  readonly score!: EvaluationFigureObject | null;
}

@ObjectType('EvaluationStanding', {
  implements: () => Node,
  description: 'Where a nomination stands in a result.',
})
export abstract class EvaluationStandingObject extends Node {
  @Field(() => EvaluationResultObject, { description: 'In which result.' })
  readonly result!: EvaluationResultObject;

  @Field(() => NominationObject, {
    nullable: true,
    description: 'What was nominated; null when you can no longer see it.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From 1; equal scores share a rank and the next is skipped (1, 2, 2, 4). Null without a score.',
  })
  readonly rank!: number | null;

  @Field(() => EvaluationAwardObject, {
    nullable: true,
    description: 'What it is awarded; null for nothing.',
  })
  readonly award!: EvaluationAwardObject | null;

  @Field(() => Int, {
    description: 'Points that its award is worth to who is awarded; credited when the result is final.',
  })
  readonly points!: number;

  @Field(() => EvaluationAccountObject, {
    nullable: true,
    description:
      'How its score came about: for the committee, and from the notice on for the unit that nominated it and those that answered for it and took part when scoring began; null for others, and for the returning officer, who knows the judges.',
  })
  readonly account!: EvaluationAccountObject | null;
}

export const EvaluationStandingConnection = connectionOf(EvaluationStandingObject, 'EvaluationStanding');
