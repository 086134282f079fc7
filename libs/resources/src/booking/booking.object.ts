import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { FileObject } from '#files';
import { NetworkObject, UnitObject } from '#network';
import { FeedbackObject } from '../feedback/feedback.object.js';
import { SpanObject } from '../occupancy/span.object.js';
import { OfferObject } from '../offer/offer.object.js';
import { BookingUseObject, NoShowObject } from '../use/use.object.js';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BookingReason, BookingState } from './booking.entity.js';
import { NotRecordable, RuleBroken, SpanTaken } from './booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from './pool.refusals.js';

registerEnumType(BookingState, {
  name: 'BookingState',
  description: 'How far a booking has come.',
  valuesMap: {
    REQUESTED: { description: 'Asked for; `holds` says whether its span is kept for it.' },
    AWAITING_OWNER: { description: 'The committee has agreed; the owner’s word is awaited.' },
    WAITLISTED: { description: 'On the waiting list; lapses at its start.' },
    CONFIRMED: { description: 'The offer is taken for it.' },
    DECLINED: { description: 'The answer was no; the reason says why.' },
    WITHDRAWN: { description: 'Taken back by the requester before it was answered.' },
    EXPIRED: { description: 'Not answered in time.' },
    CANCELLED: { description: 'Called off after it was confirmed.' },
    DISPLACED: { description: 'Taken back by the committee in an emergency.' },
    IN_USE: { description: 'Handed over.' },
    COMPLETED: { description: 'Used and given back.' },
    NO_SHOW: { description: 'Nobody came.' },
  },
});

registerEnumType(BookingReason, {
  name: 'BookingReason',
  description: 'Why a booking was declined or called off.',
  valuesMap: {
    CLASH: { description: 'Another request was confirmed for that time. Whose is not said.' },
    OWNER_DECLINED: { description: 'The owner said no.' },
    COMMITTEE_DECLINED: { description: 'The committee said no.' },
    OFFER_WITHDRAWN: { description: 'The offer was taken back from the network.' },
    MEMBERSHIP_ENDED: { description: 'One of the units no longer takes part in the network.' },
    MOVED: { description: 'Its requester has another time instead, or has asked for one.' },
    EMERGENCY: { description: 'The committee needs the offer in an emergency; the remark says why.' },
    CLOSED: { description: 'The owner has closed the offer for that time; the remark says why.' },
  },
});

@ObjectType('BookingContact', { description: 'Whom to ring.' })
export abstract class BookingContactObject {
  @Field(() => String, { nullable: true, description: 'Name.' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone.' })
  readonly phone!: string | null;
}

@ObjectType('Booking', {
  implements: () => Node,
  description: 'A unit’s use of an offer in a span of time (预约/借用), made through one network.',
})
export abstract class BookingObject extends Node {
  @Field(() => String, { description: 'The title of the offer when it was asked for.' })
  readonly offerTitle!: string;

  @Field(() => BookingState, { description: 'How far it has come.' })
  readonly state!: BookingState;

  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => String, { description: 'What for.' })
  readonly purpose!: string;

  @Field(() => Int, { nullable: true, description: 'How many persons are expected.' })
  readonly heads!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply or of equipment, counted in `measure`; null for what is lent whole.',
  })
  readonly amount!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the amount counts, as the offer said when it was asked for: kW, 台…; null without an amount.',
  })
  readonly measure!: string | null;

  @Field(() => Boolean, {
    description:
      'True while at some instant of it, or of the gap kept after it, more is promised than the offer has since its owner made it smaller. It stands all the same.',
  })
  readonly overCommitted!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  readonly requestedAt!: Date;

  @Field(() => DateTimeScalar, {
    description:
      'Unanswered, it lapses then: three working days after it was asked for or came up from the waiting list, or at its start if that is earlier. On the waiting list it lapses at its start. A wish to move a confirmed booking lapses with the start of that at the latest.',
  })
  readonly expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the committee passed it on; null unless it has.',
  })
  readonly agreedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its last answer was given; null while it is open.',
  })
  readonly settledAt!: Date | null;

  @Field(() => BookingReason, {
    nullable: true,
    description: 'Why it was declined or called off; null otherwise.',
  })
  readonly reason!: BookingReason | null;

  @Field(() => String, { nullable: true, description: 'The words that came with a no or a cancellation.' })
  readonly remark!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a past use was recorded after the fact (补录); null for what was asked for here.',
  })
  readonly recordedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether this request keeps its span from later ones: the offer says that requests hold, or it came up from the waiting list.',
  })
  readonly holds!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Your place on the waiting list: 1, and one more for each that waits before you for an overlapping span. Null unless it waits.',
  })
  readonly waitingPlace!: number | null;

  @Field(() => [SpanObject], {
    nullable: true,
    description:
      'Of a displaced booking: up to three spans as long as it was that were free then. Null otherwise.',
  })
  readonly proposedSpans!: SpanObject[] | null;

  @Field(() => BookingObject, {
    nullable: true,
    description: 'The confirmed booking that is given up once this one is confirmed in its place.',
  })
  readonly replaces!: BookingObject | null;

  @Field(() => [BookingObject], {
    description:
      'For the owner of the offer, while it is open: the other open requests that could not stand beside it, each taken by itself; requests that hold parts of a pool give way together, as far as the amount needs it. By start. Else empty.',
  })
  readonly rivals!: BookingObject[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Which date of its series it is: its start by the rule, wherever it was moved; null for what is not repeated.',
  })
  readonly originalStart!: Date | null;

  @Field(() => [BookingObject], {
    description:
      'What was asked for in the same act, itself included, as far as you may see it; by start. Empty for what was asked for alone.',
  })
  readonly together!: BookingObject[];

  @Field(() => Int, { description: 'Counts its changes; updates say which one they saw.' })
  readonly version!: number;

  @Field(() => OfferObject, { nullable: true, description: 'The offer; null when you can no longer see it.' })
  readonly offer!: OfferObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who lends; null when you can no longer see that unit.',
  })
  readonly owner!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who uses; null when you can no longer see that unit.',
  })
  readonly requester!: UnitObject | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'Through which network; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => BookingContactObject, {
    nullable: true,
    description: 'Whom to ring at the owner’s; null for the requester until it is confirmed.',
  })
  readonly ownerContact!: BookingContactObject | null;

  @Field(() => BookingContactObject, {
    nullable: true,
    description: 'Whom to ring at the requester’s; null for the owner until it is confirmed.',
  })
  readonly requesterContact!: BookingContactObject | null;

  @Field(() => [FileObject], { description: 'Papers of both sides, in the order they came; at most 20.' })
  readonly files!: FileObject[];

  @Field(() => BookingUseObject, {
    nullable: true,
    description: 'What really happened; null until the hand-over or the return is noted or assumed.',
  })
  readonly use!: BookingUseObject | null;

  @Field(() => NoShowObject, {
    nullable: true,
    description: 'That nobody came, and what became of it; null unless that was recorded.',
  })
  readonly noShow!: NoShowObject | null;

  @Field(() => [FeedbackObject], { description: 'What the two sides said after use, in that order.' })
  readonly feedback!: FeedbackObject[];
}

export const BookingConnection = connectionOf(BookingObject, 'Booking');

@ObjectType('BookingConfirmation', {
  description: 'A booking that was confirmed, and what became of its rivals.',
})
export abstract class BookingConfirmationObject {
  @Field(() => BookingObject, { description: 'The booking, now CONFIRMED.' })
  readonly booking!: BookingObject;

  @Field(() => [BookingObject], {
    description:
      'The requests that cannot stand beside it: declined with reason CLASH, waiting, or still open if they were kept.',
  })
  readonly rivals!: BookingObject[];
}

@ObjectType('BookingDisplacement', {
  description: 'A booking that was displaced, and the one that has its time now.',
})
export abstract class BookingDisplacementObject {
  @Field(() => BookingObject, { description: 'The booking, now DISPLACED, with what is proposed instead.' })
  readonly booking!: BookingObject;

  @Field(() => BookingObject, {
    nullable: true,
    description: 'Your own booking in its place, CONFIRMED; null if none was asked for.',
  })
  readonly emergency!: BookingObject | null;
}

export const RequestBookingResult = resultUnion('RequestBookingResult', [
  BookingObject,
  AboveCapacity,
  NotEnoughFree,
  RuleBroken,
  SpanTaken,
]);
export const RecordBookingResult = resultUnion('RecordBookingResult', [
  BookingObject,
  AboveCapacity,
  NotEnoughFree,
  NotRecordable,
  SpanTaken,
]);
export const ConfirmBookingResult = resultUnion('ConfirmBookingResult', [
  BookingConfirmationObject,
  AboveCapacity,
  NotEnoughFree,
  RuleBroken,
  SpanTaken,
  StaleVersion,
  WrongState,
]);
export const MoveBookingResult = resultUnion('MoveBookingResult', [
  BookingObject,
  AboveCapacity,
  NotEnoughFree,
  RuleBroken,
  SpanTaken,
  StaleVersion,
  WrongState,
]);
export const DisplaceBookingResult = resultUnion('DisplaceBookingResult', [
  BookingDisplacementObject,
  StaleVersion,
  WrongState,
]);
export const AnswerBookingResult = resultUnion('AnswerBookingResult', [
  BookingObject,
  StaleVersion,
  WrongState,
]);
