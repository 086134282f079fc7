import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { BookingRuleBreach, OfferObject, type Offer, type VenueTime } from '#resources';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { PollChoice } from './date-poll-answer.entity.js';
import { DatePollState } from './date-poll.entity.js';

registerEnumType(DatePollState, {
  name: 'DatePollState',
  description: 'How far a poll has come.',
  valuesMap: {
    OPEN: { description: 'Units answer until its deadline; the committee settles or closes it.' },
    SETTLED: { description: 'A span was chosen.' },
    CLOSED: {
      description:
        'It asks no more, without a result that holds: closed, or its draft called, cancelled or dated by hand; also a settled one whose meeting was cancelled or put to another time.',
    },
  },
});

registerEnumType(PollChoice, {
  name: 'PollChoice',
  description: 'Whether a unit could come.',
  valuesMap: {
    YES: { description: 'It could (可以).' },
    IF_NEED_BE: { description: 'It could if need be (必要时可以).' },
    NO: { description: 'It could not (不行).' },
  },
});

@ObjectType('PolledSpan', { description: 'A span as a unit has answered it.' })
export abstract class PolledSpanObject {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee struck it.' })
  readonly struckAt!: Date | null;
}

@ObjectType('DatePollAnswer', {
  description: 'When a unit could come. Read by it and by the committee.',
})
export abstract class DatePollAnswerObject {
  @Field(() => UnitObject, { description: 'The unit asked.' })
  readonly unit!: UnitObject;

  @Field(() => Boolean, { description: 'A member is counted, a guest apart.' })
  readonly isCounted!: boolean;

  @Field(() => [PolledSpanObject], { description: 'When it could, the earliest first.' })
  readonly yes!: PolledSpanObject[];

  @Field(() => [PolledSpanObject], { description: 'When it could if need be, the earliest first.' })
  readonly ifNeedBe!: PolledSpanObject[];

  @Field(() => [PolledSpanObject], { description: 'When it could not, the earliest first.' })
  readonly no!: PolledSpanObject[];

  @Field(() => [PolledSpanObject], {
    description:
      'Spans that stand and that it has not answered, such as those added since; the earliest first.',
  })
  readonly unanswered!: PolledSpanObject[];

  @Field(() => String, { nullable: true, description: 'What it says besides.' })
  readonly remark!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it last answered.' })
  readonly answeredAt!: Date;

  @Field(() => Boolean, {
    description: 'The committee wrote it down for the unit (代办), which may answer otherwise.',
  })
  readonly onBehalf!: boolean;
}

/** Made when it is asked for; the parent has been counted. */
const MADE = { complexity: ({ childComplexity }: { childComplexity: number }) => 1 + childComplexity };

@ObjectType('PollVenue', { description: 'Whether the wanted venue could be had in a span, as things stand.' })
export class PollVenue {
  @Field(() => OfferObject, { description: 'The venue.' })
  readonly offer: Offer;

  @Field(() => Boolean, { description: 'It can be asked for, for the whole span.' })
  readonly isFree: boolean;

  @Field(() => Boolean, { description: 'Something confirmed is in the way.' })
  readonly isTaken: boolean;

  @Field(() => [BookingRuleBreach], { ...MADE, description: 'The rules of its owner that the span breaks.' })
  readonly breaches: readonly BookingRuleBreach[];

  constructor(readonly time: VenueTime) {
    this.offer = time.offer;
    this.isTaken = time.isTaken;
    this.isFree = !time.isTaken && time.broken.length === 0;
    this.breaches = time.broken.map((rule) => new BookingRuleBreach(rule));
  }
}

@ObjectType('DatePollSpan', { implements: () => Node, description: 'A span that a poll asks about.' })
export abstract class DatePollSpanObject extends Node {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  readonly addedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee struck it.' })
  readonly struckAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee chose it.' })
  readonly chosenAt!: Date | null;

  @Field(() => PollChoice, {
    nullable: true,
    description: 'What your unit has said of it; null as long as it has not.',
  })
  readonly choice!: PollChoice | null;

  @Field(() => Int, { description: 'How many members could.' })
  readonly yesCount!: number;

  @Field(() => Int, { description: 'How many members could if need be.' })
  readonly ifNeedBeCount!: number;

  @Field(() => Int, { description: 'How many members could not.' })
  readonly noCount!: number;

  @Field(() => Int, { description: 'How many members that are asked now have not said.' })
  readonly unansweredCount!: number;

  @Field(() => Int, { description: 'How many guests could.' })
  readonly guestYesCount!: number;

  @Field(() => Int, { description: 'How many guests could if need be.' })
  readonly guestIfNeedBeCount!: number;

  @Field(() => Int, { description: 'How many guests could not.' })
  readonly guestNoCount!: number;

  @Field(() => [MeetingObject], {
    description:
      'Called meetings that you see and that are then: for the committee those of its own network to which a unit asked is invited, and its own; for a unit its own, of whichever network. The earliest first.',
  })
  readonly clashes!: MeetingObject[];
}

@ObjectType('DatePoll', {
  implements: () => Node,
  description:
    'When a meeting could be (时间征集). Of a draft those asked read this much: of a joint meeting all members of the network, of a working meeting the units chosen.',
})
export abstract class DatePollObject extends Node {
  @Field(() => NetworkObject, { description: 'The network whose meeting it is.' })
  readonly network!: NetworkObject;

  @Field(() => MeetingObject, {
    nullable: true,
    description: 'The meeting, if you may see it: as long as it is a draft, the committee alone.',
  })
  readonly meeting!: MeetingObject | null;

  @Field(() => DatePollState, { description: 'How far it has come.' })
  readonly state!: DatePollState;

  @Field(() => String, { description: 'The name of the meeting, as it was when the poll ended.' })
  readonly title!: string;

  @Field(() => String, {
    description:
      'IANA name of the zone in which the spans are shown. Spans are instants: another zone shows them otherwise and moves none. It stays from the first answer on.',
  })
  readonly zone!: string;

  @Field(() => DateTimeScalar, { description: 'Until when units answer.' })
  readonly until!: Date;

  @Field(() => [UnitObject], { description: 'The units asked, as they belong to the network now, by code.' })
  readonly askedUnits!: UnitObject[];

  @Field(() => [DatePollSpanObject], { description: 'All spans, the struck ones too, the earliest first.' })
  readonly spans!: DatePollSpanObject[];

  @Field(() => [DatePollSpanObject], {
    description:
      'The spans that can be chosen, best first: most members who could, if need be too; of these most who could without; then the earliest.',
  })
  readonly best!: DatePollSpanObject[];

  @Field(() => DatePollSpanObject, {
    nullable: true,
    description: 'The span that was chosen; of a closed poll it holds no more.',
  })
  readonly chosenSpan!: DatePollSpanObject | null;

  @Field(() => [DatePollAnswerObject], {
    description: 'The answers that you may see: all for the committee, its own for a unit.',
  })
  readonly answers!: DatePollAnswerObject[];

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled or closed.' })
  readonly endedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its meeting was cancelled.' })
  readonly calledOffAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const DatePollConnection = connectionOf(DatePollObject, 'DatePoll');

export const DatePollResult = resultUnion('DatePollResult', [DatePollObject, StaleVersion, WrongState]);
export const AnswerDatePollResult = resultUnion('AnswerDatePollResult', [DatePollAnswerObject, WrongState]);
