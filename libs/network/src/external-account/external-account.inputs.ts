import { told } from '#graphql';
import { Field, InputType } from '@nestjs/graphql';
import { Matches, MaxLength } from 'class-validator';
import { PASSWORD_WORDS } from '../password/password.words.js';
import { SIGN_IN_WORDS } from '../sign-in/sign-in.words.js';
import { EXTERNAL_ACCOUNT_WORDS } from './external-account.words.js';

@InputType({ isAbstract: true })
class ProofInput {
  @MaxLength(2000, told(EXTERNAL_ACCOUNT_WORDS.codeTooLong))
  @Field(() => String, { description: 'What the provider’s sign-in came back with: once, within 5 minutes.' })
  code!: string;

  @Matches(/^[\w.~-]{43,128}$/, told(EXTERNAL_ACCOUNT_WORDS.verifierForm))
  @Field(() => String, {
    description: 'Of which the SHA-256, in base64url, was the `challenge` with which the sign-in began.',
  })
  verifier!: string;
}

@InputType({ description: 'How one signs in who has proved outside to be somebody.' })
export class SignInExternallyInput extends ProofInput {
  @MaxLength(60, told(SIGN_IN_WORDS.deviceTooLong))
  @Field(() => String, { nullable: true, description: 'What you call the place, to tell sessions apart.' })
  device?: string | null;
}

@InputType({
  description: 'How one who has proved outside to be somebody opens an account without a password.',
})
export class OpenAccountExternallyInput extends SignInExternallyInput {
  @MaxLength(100, told(PASSWORD_WORDS.codeTooLong))
  @Field(() => String, {
    description: 'The code that was handed over by whoever appoints, in place of `setPassword`.',
  })
  oneTimeCode!: string;
}

@InputType({ description: 'Which identity shall open your account from now on.' })
export class LinkExternalAccountInput extends ProofInput {
  @MaxLength(200, told(SIGN_IN_WORDS.passwordTooLong))
  @Field(() => String, { description: 'Your password: a token may lie about.' })
  password!: string;
}
