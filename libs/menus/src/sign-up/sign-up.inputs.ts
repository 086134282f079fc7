import { IdOf, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { SignUpState } from './sign-up.entity.js';
import { SIGN_UP_WORDS } from './sign-up.words.js';

const MOST_HEADS = 1_000_000;

@ArgsType()
export class SignUpForDishArgs {
  @IdOf('Dish')
  @Field(() => ID, { description: 'A published dish of one of your networks.' })
  dishId!: string;

  @Min(1, told(SIGN_UP_WORDS.headsTooFew))
  @Max(MOST_HEADS, told(SIGN_UP_WORDS.headsTooMany))
  @Field(() => Int, { description: 'How many persons come; no more than the quotas of the dish.' })
  heads!: number;
}

@ArgsType()
export class SignUpStep extends stepOn('SignUp') {}

@ArgsType()
export class UpdateSignUpArgs extends stepOn('SignUp') {
  @Min(1, told(SIGN_UP_WORDS.headsTooFew))
  @Max(MOST_HEADS, told(SIGN_UP_WORDS.headsTooMany))
  @Field(() => Int, { description: 'How many persons come now; no more than the quotas of the dish.' })
  heads!: number;
}

@InputType({ description: 'Which of the sign-ups that you see; all given conditions hold.' })
export class SignUpFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'For dishes of this network.' })
  networkId?: string | null;

  @IdOf('Dish')
  @Field(() => ID, { nullable: true, description: 'For this dish.' })
  dishId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [SignUpState], { nullable: true, description: 'In one of these states.' })
  states?: SignUpState[] | null;
}

export enum SignUpOrder {
  SIGNED_AT_DESC = 'SIGNED_AT_DESC',
  SIGNED_AT_ASC = 'SIGNED_AT_ASC',
}

registerEnumType(SignUpOrder, {
  name: 'SignUpOrder',
  description: 'In which order sign-ups are listed.',
  valuesMap: {
    SIGNED_AT_DESC: { description: 'The latest first.' },
    SIGNED_AT_ASC: { description: 'The earliest first.' },
  },
});
