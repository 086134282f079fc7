import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  EvaluationAwardObject,
  EvaluationCriterionObject,
  EvaluationPanelObject,
  EvaluationRulesObject,
} from '../rules/evaluation-rules.object.js';
import { EvaluationRoundState, EvaluationSubjectKind } from './evaluation-round.entity.js';

registerEnumType(EvaluationRoundState, {
  name: 'EvaluationRoundState',
  description: 'How far a round has come.',
  valuesMap: {
    SETUP: { description: 'Being composed; the committee alone knows it.' },
    NOMINATING: { description: 'Units nominate; the rules can still change.' },
    SCORING: { description: 'Judges score, each by itself; the rules are frozen.' },
    DELIBERATING: { description: 'Scoring is closed and the result worked out; the committee deliberates.' },
    PUBLIC_NOTICE: { description: 'The result stands open to objection (公示).' },
    FINAL: { description: 'The result is final.' },
    CANCELLED: { description: 'It was given up, with a reason.' },
  },
});

registerEnumType(EvaluationSubjectKind, {
  name: 'EvaluationSubjectKind',
  description: 'What is evaluated.',
  valuesMap: {
    PROJECT: { description: 'Projects of the network.' },
    UNIT: { description: 'Units of the network, as for their standing in a year.' },
    BUILDING_GROUP: { description: 'Building groups (楼组), as for stars.' },
    CONTEST_TEAM: { description: 'Teams of a contest, which may have a final round.' },
  },
});

@ObjectType('EvaluationRound', {
  implements: () => Node,
  description: 'An evaluation (评比) of a network, from its setup to the final result.',
})
export abstract class EvaluationRoundObject extends Node {
  @Field(() => NetworkObject, { nullable: true, description: 'Whose; null when you no longer know it.' })
  readonly network!: NetworkObject | null;

  @Field(() => String, { description: 'Its name, e.g. 2026 年度项目评比.' })
  readonly name!: string;

  @Field(() => EvaluationSubjectKind, { description: 'What is evaluated.' })
  readonly subjectKind!: EvaluationSubjectKind;

  @Field(() => DateScalar, { description: 'First day of what is evaluated.' })
  readonly periodFrom!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  readonly periodTo!: string;

  @Field(() => EvaluationRoundState, { description: 'How far it has come.' })
  readonly state!: EvaluationRoundState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when units nominate; until scoring begins where there is none.',
  })
  readonly nominationsUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when judges are asked to submit; what is missing then still stops the closing.',
  })
  readonly scoringUntil!: Date | null;

  @Field(() => Int, { description: 'How many working days a result stands open to objection.' })
  readonly noticeWorkingDays!: number;

  @Field(() => Boolean, {
    description:
      'The returning officer is of the street office: any of its stewards may take it while none has.',
  })
  readonly isStreetOffice!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The returning officer, who sees assignments and missing sheets and never scores with names; null while there is none.',
  })
  readonly returningPersonName!: string | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'In which unit; null while there is none, and for one that you do not know.',
  })
  readonly returningUnit!: UnitObject | null;

  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'The round whose rules it took over; null when you cannot see it.',
  })
  readonly copiedFrom!: EvaluationRoundObject | null;

  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'The round of a contest of which this is the final.',
  })
  readonly finalistsOf!: EvaluationRoundObject | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of that round stand in this one; with ties at the border more.',
  })
  readonly finalistPlaces!: number | null;

  @Field(() => [String], {
    description:
      'Titles of finalists that do not stand in this round, as their unit had left the network or was suspended when nominations were opened: try that step to learn them before.',
  })
  readonly leftOutFinalists!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When nominations were opened.' })
  readonly openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When scoring began.' })
  readonly scoringAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When scoring was closed.' })
  readonly deliberatingAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a result was first published.' })
  readonly publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a result was last made final.' })
  readonly finalAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled.' })
  readonly cancelledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  readonly reason!: string | null;

  @Field(() => EvaluationRulesObject, {
    nullable: true,
    description: 'How it is scored; null for a steward who is only asked to be its returning officer.',
  })
  readonly rules!: EvaluationRulesObject | null;

  @Field(() => [EvaluationCriterionObject], { description: 'What is scored, in order.' })
  readonly criteria!: EvaluationCriterionObject[];

  @Field(() => [EvaluationPanelObject], { description: 'Who judges.' })
  readonly panels!: EvaluationPanelObject[];

  @Field(() => [EvaluationAwardObject], { description: 'What is awarded, the best tier first.' })
  readonly awards!: EvaluationAwardObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const EvaluationRoundConnection = connectionOf(EvaluationRoundObject, 'EvaluationRound');
export const EvaluationRoundResult = resultUnion('EvaluationRoundResult', [
  EvaluationRoundObject,
  StaleVersion,
  WrongState,
]);
export const CopyEvaluationRoundResult = resultUnion('CopyEvaluationRoundResult', [
  EvaluationRoundObject,
  WrongState,
]);
export const AcceptReturningOfficeResult = resultUnion('AcceptReturningOfficeResult', [
  EvaluationRoundObject,
  WrongState,
]);
