import type { Role } from '#tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Network } from '../network/network.entity.js';
import { NetworkObject } from '../network/network.object.js';
import { PostRole } from '../post/post-role.js';
import type { Unit } from '../unit/unit.entity.js';
import { UnitObject } from '../unit/unit.object.js';

export enum SharedPart {
  OFFER = 'OFFER',
  OFFER_INTERNAL = 'OFFER_INTERNAL',
  BOOKING = 'BOOKING',
  CONTACT = 'CONTACT',
  CONTACT_ONCE_CONFIRMED = 'CONTACT_ONCE_CONFIRMED',
  NEED = 'NEED',
  NEED_ONCE_TAKEN = 'NEED_ONCE_TAKEN',
  NEED_CONTACT = 'NEED_CONTACT',
  NEED_CONTACT_ONCE_CLAIMED = 'NEED_CONTACT_ONCE_CLAIMED',
  DISH = 'DISH',
  DISH_ONCE_PUBLISHED = 'DISH_ONCE_PUBLISHED',
  DISH_ORDER = 'DISH_ORDER',
  DISH_ORDER_ONCE_DISPATCHED = 'DISH_ORDER_ONCE_DISPATCHED',
  DISH_ORDER_CONTACT = 'DISH_ORDER_CONTACT',
  DISH_ORDER_CONTACT_ONCE_ACCEPTED = 'DISH_ORDER_CONTACT_ONCE_ACCEPTED',
  EVALUATION_ROUND = 'EVALUATION_ROUND',
  EVALUATION_ROUND_ONCE_OPEN = 'EVALUATION_ROUND_ONCE_OPEN',
  EVALUATION_ROUND_ONCE_PUBLISHED = 'EVALUATION_ROUND_ONCE_PUBLISHED',
  NOMINATION = 'NOMINATION',
  NOMINATION_ONCE_SCORED = 'NOMINATION_ONCE_SCORED',
  NOMINATION_ONCE_PUBLISHED = 'NOMINATION_ONCE_PUBLISHED',
  MEETING = 'MEETING',
  MEETING_NOTICE = 'MEETING_NOTICE',
}

registerEnumType(SharedPart, {
  name: 'SharedPart',
  description: 'A part of what is shared, that some read and others do not.',
  valuesMap: {
    OFFER: { description: 'What is lent, its facts, terms and pictures, and when it is taken.' },
    OFFER_INTERNAL: { description: 'Contact, phone and notes of the offer.' },
    BOOKING: { description: 'The booking: when, what for, for how many, by whom, and its papers.' },
    CONTACT: { description: 'Whom to ring at the requester’s.' },
    CONTACT_ONCE_CONFIRMED: { description: 'The same, from the confirmation on.' },
    NEED: { description: 'What is lacking, where, when and for how many, from the proposal on.' },
    NEED_ONCE_TAKEN: { description: 'The same, once the committee has taken it; at once when it is urgent.' },
    NEED_CONTACT: { description: 'Whom to ring about the need.' },
    NEED_CONTACT_ONCE_CLAIMED: { description: 'The same, while a claim of one’s unit stands accepted.' },
    DISH: {
      description: 'The activity: what, when, where, for whom and whom to ring, from the proposal on.',
    },
    DISH_ONCE_PUBLISHED: { description: 'The same, once it is on a published menu.' },
    DISH_ORDER: {
      description: 'The order: what is wished, when, where and for whom, and what became of it.',
    },
    DISH_ORDER_ONCE_DISPATCHED: {
      description: 'The same, once it is put to one’s unit, or opened to all.',
    },
    DISH_ORDER_CONTACT: { description: 'Whom to ring about the order.' },
    DISH_ORDER_CONTACT_ONCE_ACCEPTED: { description: 'The same, once one’s unit has accepted it.' },
    EVALUATION_ROUND: { description: 'The evaluation: its rules and how far it has come.' },
    EVALUATION_ROUND_ONCE_OPEN: { description: 'The same, once nominations are called for.' },
    EVALUATION_ROUND_ONCE_PUBLISHED: { description: 'The same, once a result is on public notice.' },
    NOMINATION: {
      description: 'The nomination: what and why, its facts and evidence, from the submission on.',
    },
    NOMINATION_ONCE_SCORED: { description: 'The same, once scoring has begun.' },
    NOMINATION_ONCE_PUBLISHED: { description: 'The same, once a result is on public notice.' },
    MEETING: { description: 'The meeting: call, agenda, papers, votes by unit, decisions and minutes.' },
    MEETING_NOTICE: { description: 'Its title, time and state, and published minutes.' },
  },
});

@ObjectType('AudienceReader', { description: 'Posts that will read parts of what is shared.' })
export class AudienceReader {
  @Field(() => UnitObject, {
    nullable: true,
    description: 'In which unit; null for stewards of the street office, who are not named.',
  })
  readonly unit: Unit | null;

  @Field(() => [PostRole], { description: 'Through which posts.' })
  readonly roles: readonly Role[];

  @Field(() => [SharedPart], { description: 'What of it.' })
  readonly parts: readonly SharedPart[];

  @Field(() => [NetworkObject], {
    description: 'Through which of the networks, by code; none for who would read it anyway.',
  })
  readonly networks: readonly Network[];

  constructor(reader: {
    unit: Unit | null;
    roles: readonly Role[];
    parts: SharedPart[];
    networks: Network[];
  }) {
    this.unit = reader.unit;
    this.roles = reader.roles;
    this.parts = reader.parts;
    this.networks = reader.networks;
  }
}

@ObjectType('Audience', { description: 'Who will see what is about to be shared, as things stand.' })
export abstract class AudienceObject {
  @Field(() => [AudienceReader], {
    description: 'By the code of the unit, stewards last; a unit twice where its posts read different parts.',
  })
  readonly readers!: readonly AudienceReader[];

  @Field(() => Int, { description: 'How many units besides your own.' })
  readonly unitCount!: number;
}
