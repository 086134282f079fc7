import { connectionOf, Node, TimeOfDayScalar, typenameOf } from '#graphql';
import { FileObject } from '#files';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OfferExceptionObject } from '../exception/exception.object.js';
import type { HoursLine } from '../availability/hours.js';
import { Confirmation, OfferKind, OfferState } from './offer.entity.js';

registerEnumType(OfferKind, {
  name: 'OfferKind',
  description: 'What is lent.',
  valuesMap: {
    VENUE: { description: 'A venue (场地).' },
    VEHICLE: { description: 'A vehicle (车辆).' },
    POWER_SUPPLY: { description: 'A power supply (供电), shared out by kilowatts.' },
    EQUIPMENT: { description: 'Equipment (设备), shared out by pieces.' },
    EXPERTISE: { description: 'Somebody who knows (人才).' },
  },
});

registerEnumType(OfferState, {
  name: 'OfferState',
  description: 'Who can see an offer.',
  valuesMap: {
    DRAFT: { description: 'Its own unit alone.' },
    PUBLISHED: { description: 'The networks it is published to.' },
    WITHDRAWN: { description: 'Its own unit alone, again; it can be published anew.' },
  },
});

registerEnumType(Confirmation, {
  name: 'Confirmation',
  description: 'Who says yes to a request.',
  valuesMap: {
    AUTOMATIC: { description: 'Nobody: what keeps the rules and is free is confirmed at once.' },
    OWNER: { description: 'The owner.' },
    OWNER_AFTER_COMMITTEE: {
      description: 'First the committee of the network it is asked through, then the owner.',
    },
  },
});

/** On which days a line of hours holds. */
export const HoursDays = { EVERY: 'EVERY', WORK: 'WORK', REST: 'REST', HOLIDAY: 'HOLIDAY' } as const;

registerEnumType(HoursDays, {
  name: 'HoursDays',
  description:
    'On which days a line of opening hours holds, by the State Council’s calendar with make-up workdays (调休).',
  valuesMap: {
    EVERY: { description: 'Every day.' },
    WORK: { description: 'Workdays, weekends that are worked included.' },
    REST: { description: 'Rest-days, holidays included.' },
    HOLIDAY: { description: 'Statutory holidays alone.' },
  },
});

@ObjectType('Hours', { description: 'Opening hours on some days; all lines that match a day hold.' })
export abstract class HoursObject {
  @Field(() => HoursDays, { description: 'On which days.' })
  readonly days!: HoursLine['days'];

  @Field(() => TimeOfDayScalar, { description: 'Open from then, on the wall clock of the region.' })
  readonly from!: number;

  @Field(() => TimeOfDayScalar, { description: 'Until then; 24:00 joins the next day.' })
  readonly to!: number;
}

@ObjectType('OfferInternal', {
  description: 'What only the owner and the committees it is published to read.',
})
export abstract class OfferInternalObject {
  @Field(() => String, { nullable: true, description: 'Whom to ask.' })
  readonly contactName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to ring.' })
  readonly contactPhone!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes.' })
  readonly notes!: string | null;
}

@InterfaceType('Offer', {
  implements: () => Node,
  description: 'What a unit lends (资源清单), and on which terms.',
  resolveType: typenameOf,
})
export abstract class OfferObject extends Node {
  @Field(() => OfferKind, { description: 'What is lent.' })
  readonly kind!: OfferKind;

  @Field(() => OfferState, { description: 'Who can see it.' })
  readonly state!: OfferState;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  readonly description!: string | null;

  @Field(() => [HoursObject], { description: 'When it can be had.' })
  readonly hours!: HoursObject[];

  @Field(() => [OfferExceptionObject], {
    description: 'Days on which other hours hold than the weekly ones, by day; at most 200.',
  })
  readonly exceptions!: OfferExceptionObject[];

  @Field(() => Confirmation, { description: 'Who says yes.' })
  readonly confirmation!: Confirmation;

  @Field(() => Int, { description: 'Lead time (提前量): minutes between asking and start, at least.' })
  readonly leadTimeMinutes!: number;

  @Field(() => Int, { description: 'Horizon: days from asking to end, at most.' })
  readonly horizonDays!: number;

  @Field(() => Int, {
    description: 'Slot step: start and end lie so many minutes apart, counted from opening.',
  })
  readonly slotMinutes!: number;

  @Field(() => Int, { description: 'Longest span, in minutes.' })
  readonly longestMinutes!: number;

  @Field(() => Int, {
    description:
      'Buffer before, in minutes. Between two bookings the larger of both buffers is kept, not their sum.',
  })
  readonly bufferBeforeMinutes!: number;

  @Field(() => Int, { description: 'Buffer after, in minutes.' })
  readonly bufferAfterMinutes!: number;

  @Field(() => Boolean, {
    description:
      'Whether a request keeps its span from later ones until it is answered; otherwise requests stand side by side.',
  })
  readonly requestsHold!: boolean;

  @Field(() => Int, { description: 'Counts its changes; updates say which one they saw.' })
  readonly version!: number;

  @Field(() => UnitObject, { description: 'Whose it is.' })
  readonly unit!: UnitObject;

  @Field(() => [NetworkObject], {
    description: 'The networks it is published to, as far as you know them; by code.',
  })
  readonly networks!: NetworkObject[];

  @Field(() => OfferInternalObject, {
    nullable: true,
    description:
      'Contact and notes; null unless it is your unit’s, or published to a network that your committee convenes.',
  })
  readonly internal!: OfferInternalObject | null;

  @Field(() => [FileObject], {
    description: 'Pictures and papers of it, in the order they came; at most 20.',
  })
  readonly files!: FileObject[];
}

export const OfferConnection = connectionOf(OfferObject, 'Offer');
