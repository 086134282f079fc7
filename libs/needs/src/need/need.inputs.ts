import {
  DateTimeScalar,
  GRAPHQL_WORDS,
  IdOf,
  ManyLines,
  Nested,
  NotBlank,
  Phone,
  stepOn,
  told,
} from '#graphql';
import { OfferFactsFilter, OfferKind } from '#resources';
import {
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  OmitType,
  PartialType,
  registerEnumType,
} from '@nestjs/graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { NeedSource, NeedState, NeedUrgency } from './need.entity.js';
import { NEED_WORDS } from './need.words.js';

@InputType({ description: 'What a unit or its residents lack.' })
export class CreateNeedInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network that is to help: one of yours.' })
  networkId!: string;

  @IdOf('NeedCategory')
  @Field(() => ID, { description: 'What it is about: a category of that network which is not retired.' })
  categoryId!: string;

  @Field(() => NeedSource, {
    defaultValue: NeedSource.UNIT,
    description: 'From whom it came. Only the committee says RESIDENTS and TELEPHONE.',
  })
  source!: NeedSource;

  @NotBlank(told(NEED_WORDS.titleNeeded))
  @MaxLength(100, told(NEED_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @NotBlank(told(NEED_WORDS.whatNeeded))
  @ManyLines()
  @MaxLength(2000, told(NEED_WORDS.whatTooLong))
  @Field(() => String, { description: 'What is needed. Once it is taken, all units of the network read it.' })
  what!: string;

  @MaxLength(200, told(NEED_WORDS.locationTooLong))
  @Field(() => String, { nullable: true, description: 'Where.' })
  location?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Start, included, not in the past; with its end, or neither when any time will do.',
  })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'End, not included.' })
  endsAt?: Date | null;

  @Min(1, told(NEED_WORDS.headsTooFew))
  @Max(1_000_000, told(NEED_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'For how many persons.' })
  heads?: number | null;

  @Field(() => NeedUrgency, {
    defaultValue: NeedUrgency.NORMAL,
    description: 'How soon. URGENT is a call: proposing it tells at once all units that could help.',
  })
  urgency!: NeedUrgency;

  @ArrayMaxSize(5, told(NEED_WORDS.tooManyKinds))
  @Field(() => [OfferKind], {
    defaultValue: [],
    description: 'Kinds of offers that would help; none when no offer would.',
  })
  kinds!: OfferKind[];

  @Nested(() => OfferFactsFilter)
  @Field(() => OfferFactsFilter, {
    nullable: true,
    description: 'What the facts of such an offer must say; only facts that a kind asked for can have.',
  })
  facts?: OfferFactsFilter | null;

  @Min(1, told(NEED_WORDS.placesTooFew))
  @Max(20, told(NEED_WORDS.placesTooMany))
  @Field(() => Int, { defaultValue: 1, description: 'How many units may claim it.' })
  places!: number;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Whom to ring; read by your unit, the committee and units whose claim is accepted.',
  })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where to ring; read by the same.' })
  contactPhone?: string | null;
}

@InputType({ description: 'What changes in a need; what is left out stays.' })
export class UpdateNeedInput extends PartialType(
  OmitType(CreateNeedInput, ['networkId', 'source', 'urgency', 'kinds', 'places']),
) {
  @Field(() => NeedUrgency, {
    nullable: true,
    description:
      'How soon. What becomes URGENT once it is proposed is a call, as if it had been proposed so; what was called for stays URGENT.',
  })
  urgency?: NeedUrgency | null;

  @ArrayMaxSize(5, told(NEED_WORDS.tooManyKinds))
  @Field(() => [OfferKind], { nullable: true, description: 'Kinds of offers that would help.' })
  kinds?: OfferKind[] | null;

  @Min(1, told(NEED_WORDS.placesTooFew))
  @Max(20, told(NEED_WORDS.placesTooMany))
  @Field(() => Int, { nullable: true, description: 'How many units may claim it.' })
  places?: number | null;
}

@ArgsType()
export class NeedStep extends stepOn('Need') {}

@ArgsType()
export class NeedReasonArgs extends stepOn('Need') {
  @NotBlank(told(NEED_WORDS.reasonNeeded))
  @MaxLength(500, told(NEED_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the need.' })
  reason!: string;
}

@ArgsType()
export class WithdrawNeedArgs extends stepOn('Need') {
  @MaxLength(500, told(NEED_WORDS.reasonTooLong))
  @Field(() => String, { nullable: true, description: 'Why; read by everybody who reads the need.' })
  reason?: string | null;
}

@ArgsType()
export class AnswerNeedArgs extends stepOn('Need') {
  @NotBlank(told(NEED_WORDS.answerNeeded))
  @MaxLength(2000, told(NEED_WORDS.answerTooLong))
  @Field(() => String, { description: 'What was done; read by everybody who reads the need.' })
  answer!: string;
}

@InputType({ description: 'Which needs; all given conditions hold.' })
export class NetworkNeedFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Posted by this unit.' })
  unitId?: string | null;

  @IdOf('NeedCategory')
  @ArrayMaxSize(100, told(NEED_WORDS.tooManyCategories))
  @Field(() => [ID], { nullable: true, description: 'In one of these categories.' })
  categoryIds?: string[] | null;

  @Field(() => [NeedState], { nullable: true, description: 'In one of these states.' })
  states?: NeedState[] | null;

  @Field(() => [NeedUrgency], { nullable: true, description: 'So urgent.' })
  urgencies?: NeedUrgency[] | null;

  @Field(() => [NeedSource], { nullable: true, description: 'From one of these.' })
  sources?: NeedSource[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'That still stood then or later: not closed, unmet or withdrawn before.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That were posted before then.' })
  to?: Date | null;
}

@InputType({ description: 'Which of the needs that you see; all given conditions hold.' })
export class NeedFilter extends NetworkNeedFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}

export enum NeedOrder {
  POSTED_AT_DESC = 'POSTED_AT_DESC',
  POSTED_AT_ASC = 'POSTED_AT_ASC',
}

registerEnumType(NeedOrder, {
  name: 'NeedOrder',
  description: 'In which order needs are listed.',
  valuesMap: {
    POSTED_AT_DESC: { description: 'The one posted last first.' },
    POSTED_AT_ASC: { description: 'The one posted first first.' },
  },
});
