import { DateTimeScalar } from '#graphql';
import { MeetingObject } from '#meetings';
import { NeedObject } from '#needs';
import { UnitObject } from '#network';
import { OfferObject } from '#resources';
import { Field, ObjectType } from '@nestjs/graphql';
import { ChangeObject } from '../watch/change.object.js';

const seen = (what: string, orElse = ''): string =>
  `${what}, as you may see it now; null alike for what does not exist${orElse} and for what you may not see, or no longer. Nothing follows then.`;

@ObjectType('ChangeAct', { description: 'What was done, as far as you may read it.' })
export abstract class ChangeActObject {
  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, {
    description: 'What: the state that was entered, or CREATED, CHANGED, REMOVED, as in an AuditLine.',
  })
  readonly act!: string;

  @Field(() => String, {
    description: 'What the thing is: the one that is watched, or one that belongs to it, e.g. AgendaItem.',
  })
  readonly thingType!: string;

  @Field(() => String, { description: 'What was written: that thing itself, or a part of it.' })
  readonly part!: string;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit in whose name it was done; null when you do not see that unit.',
  })
  readonly unit!: UnitObject | null;
}

@ObjectType({ isAbstract: true })
abstract class ThingChangeObject extends ChangeObject {
  @Field(() => [ChangeActObject], {
    description:
      'What was done since the answer before, or since `after`, in the order in which it was stored; each act is told once. Empty at first, and when nothing changed that is told as an act.',
  })
  readonly acts!: readonly ChangeActObject[];
}

@ObjectType('MeetingChange', { description: 'How a meeting stands now.' })
export abstract class MeetingChangeObject extends ThingChangeObject {
  @Field(() => MeetingObject, {
    nullable: true,
    description: seen('The meeting'),
  })
  readonly meeting!: MeetingObject | null;
}

@ObjectType('OfferChange', { description: 'How an offer stands now.' })
export abstract class OfferChangeObject extends ThingChangeObject {
  @Field(() => OfferObject, {
    nullable: true,
    description: seen('The offer'),
  })
  readonly offer!: OfferObject | null;
}

@ObjectType('CallChange', { description: 'How a call stands now.' })
export abstract class CallChangeObject extends ThingChangeObject {
  @Field(() => NeedObject, {
    nullable: true,
    description: seen('The urgent need', ', for what is no call'),
  })
  readonly need!: NeedObject | null;
}
