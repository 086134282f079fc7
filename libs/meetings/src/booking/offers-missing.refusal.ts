import { listWords, Refusal, RefusalCode, type Words } from '#graphql';
import { UnitObject, type Unit } from '#network';
import { Field, ObjectType } from '@nestjs/graphql';
import { MEETING_OFFER_STATES, MEETING_OFFER_WORDS } from './meeting-offer.words.js';
import { MeetingOfferState } from './offer-standing.js';

/** One wanted offer that the meeting does not have. */
@ObjectType('MissingOffer', { description: 'An offer that a meeting wants and does not have.' })
export class MissingOffer {
  @Field(() => String, { description: 'The title of the offer.' })
  readonly offerTitle: string;

  @Field(() => UnitObject, { description: 'Whose it is: who has not answered, or has said no.' })
  readonly owner: Unit;

  @Field(() => MeetingOfferState, { description: 'How far it has come.' })
  readonly state: MeetingOfferState;

  @Field(() => Refusal, {
    nullable: true,
    description:
      'Of what was to be booked in this act: why it cannot be had, as it would be said of a single booking, with what would work; null otherwise.',
  })
  readonly refusal: Refusal | null;

  constructor(offerTitle: string, owner: Unit, state: MeetingOfferState, refusal: Refusal | null = null) {
    this.offerTitle = offerTitle;
    this.owner = owner;
    this.state = state;
    this.refusal = refusal;
  }
}

/** A meeting has all that it wants, or is not called; it is booked whole, or not at all. */
@ObjectType({
  implements: () => Refusal,
  description: 'The meeting does not have all that it wants; nothing was booked.',
})
export class OffersMissing extends Refusal {
  @Field(() => [MissingOffer], { description: 'Each that is missing, and why.' })
  readonly offers: MissingOffer[];

  constructor(offers: MissingOffer[]) {
    super(
      RefusalCode.OFFERS_MISSING,
      MEETING_OFFER_WORDS.missing({ offers: listWords(offers.map(describe)) }),
    );
    this.offers = offers;
  }
}

function describe({ offerTitle, owner, state, refusal }: MissingOffer): Words {
  const owned = { en: owner.nameEn ?? owner.name, zh: owner.name };
  const why = refusal ? MEETING_OFFER_WORDS.cannotBeHad : MEETING_OFFER_STATES[state];
  return MEETING_OFFER_WORDS.missingOne({ title: offerTitle, owner: owned, why });
}
