import { DateTimeScalar, IdOf, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { ClaimState, ClaimWay } from './claim.entity.js';
import { CLAIM_WORDS } from './claim.words.js';

@ArgsType()
export class ClaimStep extends stepOn('Claim') {}

@ArgsType()
export class AskToClaimArgs {
  @IdOf('Need')
  @Field(() => ID, { description: 'The id of the Need: taken or open, in a network of your committee.' })
  needId!: string;

  @IdOf('Unit')
  @ArrayMinSize(1, told(CLAIM_WORDS.nobodyAsked))
  @ArrayMaxSize(100, told(CLAIM_WORDS.tooManyAsked))
  @Field(() => [ID], {
    description:
      'Which units: active members of that network that were not asked yet or have answered, and never the one that posted the need.',
  })
  unitIds!: string[];
}

@ArgsType()
export class AnswerClaimArgs extends stepOn('Claim') {
  @Field(() => Boolean, { description: 'Whether your unit takes the need on.' })
  accept!: boolean;

  @MaxLength(500, told(CLAIM_WORDS.reasonTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Why not; read by your unit and the committee. Not kept with a yes.',
  })
  reason?: string | null;
}

@ArgsType()
export class GiveUpClaimArgs extends stepOn('Claim') {
  @NotBlank(told(CLAIM_WORDS.reasonNeeded))
  @MaxLength(500, told(CLAIM_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by the whole network.' })
  reason!: string;
}

@ArgsType()
export class NoteClaimTimeArgs extends stepOn('Claim') {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When; now by default. Not in the future, and not before the claim was accepted.',
  })
  at?: Date | null;
}

@InputType({ description: 'Which of the claims that you see; all given conditions hold.' })
export class ClaimFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'On needs of this network.' })
  networkId?: string | null;

  @IdOf('Need')
  @Field(() => ID, { nullable: true, description: 'On this need.' })
  needId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [ClaimState], { nullable: true, description: 'In one of these states.' })
  states?: ClaimState[] | null;

  @Field(() => [ClaimWay], { nullable: true, description: 'That came about in one of these ways.' })
  ways?: ClaimWay[] | null;
}

export enum ClaimOrder {
  UPDATED_AT_DESC = 'UPDATED_AT_DESC',
  UPDATED_AT_ASC = 'UPDATED_AT_ASC',
}

registerEnumType(ClaimOrder, {
  name: 'ClaimOrder',
  description: 'In which order claims are listed.',
  valuesMap: {
    UPDATED_AT_DESC: { description: 'The one that changed last first.' },
    UPDATED_AT_ASC: { description: 'The one that has stood unchanged longest first.' },
  },
});
