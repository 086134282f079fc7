import { IdOf, ManyLines, NotBlank, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { JUDGING_WORDS } from '../assignment/judging.words.js';

@ArgsType()
export class DeclareConflictArgs {
  @IdOf('Nomination')
  @Field(() => ID, { description: 'A nomination of a round of yours that is being scored, or was.' })
  nominationId!: string;

  @ManyLines()
  @NotBlank(told(JUDGING_WORDS.reasonNeeded))
  @MaxLength(500, told(JUDGING_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why you do not judge it; the returning officer reads it.' })
  reason!: string;
}
