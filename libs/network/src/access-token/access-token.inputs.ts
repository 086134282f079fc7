import { DateScalar, NotBlank, told } from '#graphql';
import type { TokenAccess } from '#tenancy';
import { Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { AccessLevel } from './access-level.js';
import { ACCESS_TOKEN_WORDS } from './access-token.words.js';

@InputType({ description: 'What an access token is for, and what it may do until when.' })
export class CreateAccessTokenInput {
  @MaxLength(60, told(ACCESS_TOKEN_WORDS.nameTooLong))
  @NotBlank(told(ACCESS_TOKEN_WORDS.nameBlank))
  @Field(() => String, { description: 'What it is for, to tell tokens apart: 1 to 60 characters.' })
  name!: string;

  @Field(() => AccessLevel, { description: 'What the program may do.' })
  access!: TokenAccess;

  @Field(() => DateScalar, {
    description:
      'The last day on which it is valid, in the zone of the region: today or later, at most 366 days ahead.',
  })
  expiresOn!: string;
}
