import { DecimalScalar, IdOf, ManyLines, Nested, told, GRAPHQL_WORDS } from '#graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength, Min } from 'class-validator';
import { MOST_CRITERIA } from '../rules/evaluation-rules.inputs.js';
import { EVALUATION_RULES_WORDS } from '../rules/evaluation-rules.words.js';
import { SCORE_SHEET_WORDS } from './score-sheet.words.js';

@InputType({ description: 'What a judge gives a nomination.' })
export class ScoreSheetInput {
  @ArrayMaxSize(MOST_CRITERIA, told(EVALUATION_RULES_WORDS.tooManyCriteria))
  @Field(() => [DecimalScalar], {
    nullable: 'items',
    description:
      'One for each criterion of the round, by its position, within its scale and on its steps; null for what is still open.',
  })
  scores!: (string | null)[];

  @ManyLines()
  @MaxLength(2000, told(SCORE_SHEET_WORDS.commentTooLong))
  @Field(() => String, { nullable: true, description: 'For yourself; nobody else is shown it.' })
  comment?: string | null;
}

@ArgsType()
export class SaveScoreSheetArgs {
  @IdOf('Nomination')
  @Field(() => ID, { description: 'A nomination that you were given to judge.' })
  nominationId!: string;

  @Min(1, told(GRAPHQL_WORDS.versionFromOne))
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the sheet you saw, an older one is refused; none for the first time.',
  })
  version?: number | null;

  @Nested(() => ScoreSheetInput)
  @Field(() => ScoreSheetInput, { description: 'All of what it says from now on.' })
  input!: ScoreSheetInput;
}

@ArgsType()
export class SubmitScoreSheetArgs {
  @IdOf('Nomination')
  @Field(() => ID, { description: 'A nomination that you have scored.' })
  nominationId!: string;

  @Min(1, told(GRAPHQL_WORDS.versionFromOne))
  @Field(() => Int, { description: 'The version of the sheet you saw; an older one is refused.' })
  version!: number;
}
