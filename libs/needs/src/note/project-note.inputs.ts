import { IdOf, ManyLines, NotBlank, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { PROJECT_WORDS } from '../project/project.words.js';

@ArgsType()
export class NoteProjectProgressArgs {
  @IdOf('Project')
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @NotBlank(told(PROJECT_WORDS.noteNeeded))
  @ManyLines()
  @MaxLength(1000, told(PROJECT_WORDS.noteTooLong))
  @Field(() => String, { description: 'How far it has come; read by everybody who reads the project.' })
  text!: string;
}
