import { Refusal, RefusalCode, type Words } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';

/** A sheet that is awaited. */
@ObjectType({ description: 'A sheet that was not submitted.' })
export class MissingSheet {
  @Field(() => String, { description: 'Who was to score it.' })
  readonly judgeName!: string;

  @Field(() => EvaluationPanelKind, { description: 'In which panel.' })
  readonly panelKind!: EvaluationPanelKind;

  @Field(() => String, { description: 'Title of the nomination.' })
  readonly nominationTitle!: string;
}

/** Closing waits for every sheet; only the returning officer, who reads the roll anyway, is told which. */
@ObjectType({ implements: () => Refusal, description: 'Scoring is not closed while sheets are missing.' })
export class SheetsMissing extends Refusal {
  @Field(() => [MissingSheet], { description: 'Which, by judge.' })
  readonly missing: readonly MissingSheet[];

  constructor(missing: readonly MissingSheet[], message: Words) {
    super(RefusalCode.SHEETS_MISSING, message);
    this.missing = missing;
  }
}
