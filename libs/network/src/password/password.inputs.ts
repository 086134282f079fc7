import { told } from '#graphql';
import { applyDecorators } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Matches, MaxLength, MinLength } from 'class-validator';
import { PASSWORD_WORDS } from './password.words.js';

/** Two characters that differ, blanks aside. */
const NOT_ONE_CHARACTER = /^(?!\s*(\S)(?:\1|\s)*$)(?=[^]*\S)/u;

/** The length is what makes a password hard to guess; of its characters only that they are not all one. */
export function NewPassword(): PropertyDecorator {
  return applyDecorators(
    MinLength(10, told(PASSWORD_WORDS.tooShort)),
    MaxLength(200, told(PASSWORD_WORDS.tooLong)),
    Matches(NOT_ONE_CHARACTER, told(PASSWORD_WORDS.oneCharacter)),
    Field(() => String, {
      description:
        'The new password, 10 to 200 characters; neither one character repeated nor the account name.',
    }),
  );
}

@InputType({ description: 'How a password is set with a code.' })
export class SetPasswordInput {
  @MaxLength(100, told(PASSWORD_WORDS.codeTooLong))
  @Field(() => String, {
    description:
      'The code that was handed over; capitals, full-width letters, blanks and dashes do not matter.',
  })
  code!: string;

  @NewPassword()
  password!: string;
}

@InputType({ description: 'How the own password is changed.' })
export class ChangePasswordInput {
  @MaxLength(200, told(PASSWORD_WORDS.tooLong))
  @Field(() => String, { description: 'The password as it is.' })
  current!: string;

  @NewPassword()
  password!: string;
}
