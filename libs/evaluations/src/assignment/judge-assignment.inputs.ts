import { IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { JudgeAssignmentState } from './judge-assignment.entity.js';

@InputType({ description: 'Which of what you judge; all given conditions hold.' })
export class JudgeAssignmentFilter {
  @IdOf('EvaluationRound')
  @Field(() => ID, { nullable: true, description: 'In this round.' })
  roundId?: string | null;

  @Field(() => [JudgeAssignmentState], { nullable: true, description: 'In one of these states.' })
  states?: JudgeAssignmentState[] | null;
}
