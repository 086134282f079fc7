import { IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';

@InputType({ description: 'What a person signs in with.' })
export class SignInInput {
  @MaxLength(32, { message: 'A region code has at most 32 characters.' })
  @Field(() => String, { description: 'Code of the region, e.g. 310115.' })
  region!: string;

  @MaxLength(100, { message: 'An account name has at most 100 characters.' })
  @Field(() => String, { description: 'Account name.' })
  account!: string;

  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @Field(() => String, { description: 'Password.' })
  password!: string;

  @IdOf('Post')
  @Field(() => ID, {
    nullable: true,
    description: 'The post to act through; the one held longest if none is named.',
  })
  postId?: string | null;

  @MaxLength(60, { message: 'The name of a place has at most 60 characters.' })
  @Field(() => String, {
    nullable: true,
    description: 'What you call this place, to tell your sessions apart, e.g. 办公室电脑.',
  })
  device?: string | null;
}
