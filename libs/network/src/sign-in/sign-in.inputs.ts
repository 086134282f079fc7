import { IdOf, told } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { SIGN_IN_WORDS } from './sign-in.words.js';

@InputType({ description: 'What a person signs in with.' })
export class SignInInput {
  @MaxLength(32, told(SIGN_IN_WORDS.regionTooLong))
  @Field(() => String, { description: 'Code of the region, e.g. 310115.' })
  region!: string;

  @MaxLength(100, told(SIGN_IN_WORDS.accountTooLong))
  @Field(() => String, { description: 'Account name.' })
  account!: string;

  @MaxLength(200, told(SIGN_IN_WORDS.passwordTooLong))
  @Field(() => String, { description: 'Password.' })
  password!: string;

  @IdOf('Post')
  @Field(() => ID, {
    nullable: true,
    description: 'The post to act through; the one held longest if none is named.',
  })
  postId?: string | null;

  @MaxLength(60, told(SIGN_IN_WORDS.deviceTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'What you call this place, to tell your sessions apart, e.g. 办公室电脑.',
  })
  device?: string | null;
}
