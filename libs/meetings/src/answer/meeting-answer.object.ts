import { DateTimeScalar, Refusal, RefusalCode, resultUnion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingReply } from './meeting-answer.entity.js';
import { PROXY_OBSTACLES } from './meeting-answer.words.js';
import { ProxyObstacle } from './proxy-rules.js';

registerEnumType(MeetingReply, {
  name: 'MeetingReply',
  description: 'Whether a unit comes.',
  valuesMap: {
    ACCEPTED: { description: 'It comes.' },
    DECLINED: { description: 'It does not come; another unit may vote for it.' },
    TENTATIVE: { description: 'It does not know yet.' },
  },
});

registerEnumType(ProxyObstacle, {
  name: 'ProxyObstacle',
  description: 'Why a proxy cannot be given so.',
  valuesMap: {
    GIVEN_AWAY: { description: 'That unit has given its own vote away.' },
    HOLDS_ONE: { description: 'That unit holds a proxy already; nobody holds two.' },
    DECLINED: { description: 'That unit does not come either.' },
    GIVER_HOLDS: { description: 'The giver holds the proxy of another, which would be lost.' },
  },
});

@ObjectType('MeetingAnswer', {
  description:
    'Whether a unit comes, and who for it. Read by it, by the committee and by who holds its proxy.',
})
export abstract class MeetingAnswerObject {
  @Field(() => UnitObject, { description: 'The unit invited.' })
  readonly unit!: UnitObject;

  @Field(() => Boolean, {
    description: 'Whether it has a vote and counts for the quorum: a member does, a guest does not.',
  })
  readonly isCounted!: boolean;

  @Field(() => MeetingReply, {
    nullable: true,
    description: 'Its answer to the call as it stands; null until it answers, and again after each move.',
  })
  readonly reply!: MeetingReply | null;

  @Field(() => [String], { description: 'Names of those who come.' })
  readonly comers!: string[];

  @Field(() => String, { nullable: true, description: 'Who comes in the place of the usual one.' })
  readonly substitute!: string | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Which unit votes for it, as long as that is in the room.',
  })
  readonly proxyUnit!: UnitObject | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when nobody votes for it any more: the unit that was to does not come. Null once it answers anew.',
  })
  readonly proxyLetGoAt!: Date | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit whose proxy it held and lost by this answer; who speaks for that should be told.',
  })
  readonly droppedProxyOf!: UnitObject | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it says besides; null for the unit that votes for it.',
  })
  readonly remark!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last answered.' })
  readonly answeredAt!: Date | null;

  @Field(() => Boolean, {
    description: 'The committee wrote it down for the unit (代办), which may answer otherwise.',
  })
  readonly onBehalf!: boolean;
}

/** A proxy that would be a chain, a circle or a third vote. */
@ObjectType({
  implements: () => Refusal,
  description: 'The vote cannot be given to that unit; nothing was answered.',
})
export class ProxyRefused extends Refusal {
  @Field(() => ProxyObstacle, { description: 'Why not.' })
  readonly obstacle: ProxyObstacle;

  constructor(obstacle: ProxyObstacle) {
    super(RefusalCode.PROXY_REFUSED, PROXY_OBSTACLES[obstacle]);
    this.obstacle = obstacle;
  }
}

/** An answer to a time that is no longer the one. */
@ObjectType({
  implements: () => Refusal,
  description: 'The meeting was moved since it was read; nothing was answered.',
})
export class MeetingMoved extends Refusal {
  @Field(() => DateTimeScalar, { description: 'When it starts now, included.' })
  readonly startsAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends now, not included.' })
  readonly endsAt: Date;

  @Field(() => Int, { description: 'The round to be answered.' })
  readonly round: number;

  constructor({ startsAt, endsAt, round }: Pick<Meeting, 'startsAt' | 'endsAt' | 'round'>) {
    super(RefusalCode.MEETING_MOVED);
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.round = round;
  }
}

export const AnswerMeetingResult = resultUnion('AnswerMeetingResult', [
  MeetingAnswerObject,
  MeetingMoved,
  ProxyRefused,
  WrongState,
]);
