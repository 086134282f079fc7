import { IdOf, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { NEED_CATEGORY_WORDS } from './need-category.words.js';

@ArgsType()
export class NeedCategoryStep extends stepOn('NeedCategory') {}

@ArgsType()
export class AddNeedCategoryArgs {
  @IdOf('Network')
  @Field(() => ID, { description: 'The id of the Network: one that your committee convenes.' })
  networkId!: string;

  @NotBlank(told(NEED_CATEGORY_WORDS.nameNeeded))
  @MaxLength(30, told(NEED_CATEGORY_WORDS.nameTooLong))
  @Field(() => String, { description: 'Name in Chinese; no other in use has it.' })
  name!: string;

  @MaxLength(60, told(NEED_CATEGORY_WORDS.nameEnTooLong))
  @Field(() => String, { nullable: true, description: 'Name in English.' })
  nameEn?: string | null;
}

@ArgsType()
export class RenameNeedCategoryArgs extends stepOn('NeedCategory') {
  @NotBlank(told(NEED_CATEGORY_WORDS.nameNeeded))
  @MaxLength(30, told(NEED_CATEGORY_WORDS.nameTooLong))
  @Field(() => String, { description: 'Name in Chinese; no other in use has it.' })
  name!: string;

  @MaxLength(60, told(NEED_CATEGORY_WORDS.nameEnTooLong))
  @Field(() => String, { nullable: true, description: 'Name in English; left out, it has none.' })
  nameEn?: string | null;
}
