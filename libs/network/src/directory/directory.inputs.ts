import { IdOf, told } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { DIRECTORY_WORDS } from './directory.words.js';

@InputType({ description: 'Whose directory, and whom in it.' })
export class DirectoryFilter {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network.' })
  networkId!: string;

  @MaxLength(60, told(DIRECTORY_WORDS.searchTooLong))
  @Field(() => String, {
    nullable: true,
    description:
      'Words in Chinese, pinyin (zhoupu) or initials (zpz); each must be found in the unit’s name or in that of one of its people. Marks alone find nobody.',
  })
  search?: string | null;
}
