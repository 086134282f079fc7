import type { OfferInternal } from './offer-internal.entity.js';
import type { Equipment, Expertise, PowerSupply, Vehicle, Venue } from './offer-kinds.entity.js';
import type { Offer, OfferKind } from './offer.entity.js';

type Terms =
  | 'title'
  | 'description'
  | 'hours'
  | 'confirmation'
  | 'leadTimeMinutes'
  | 'horizonDays'
  | 'slotMinutes'
  | 'longestMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes';

export type OfferTermsDraft = Pick<Offer, Terms>;
export type FactsOf<Kind extends Offer> = Omit<Kind, keyof Offer>;

/** The facts of an offer, told apart by its kind. */
export type OfferFacts =
  | ({ kind: OfferKind.VENUE } & FactsOf<Venue>)
  | ({ kind: OfferKind.VEHICLE } & FactsOf<Vehicle>)
  | ({ kind: OfferKind.POWER_SUPPLY } & FactsOf<PowerSupply>)
  | ({ kind: OfferKind.EQUIPMENT } & FactsOf<Equipment>)
  | ({ kind: OfferKind.EXPERTISE } & FactsOf<Expertise>);

export type OfferInternalDraft = Pick<OfferInternal, 'contactName' | 'contactPhone' | 'notes'>;
export type OfferInternalChanges = Partial<OfferInternalDraft>;

export type OfferDraft = OfferTermsDraft & OfferFacts & { internal: OfferInternalDraft };

/** The kind of an offer never changes; its facts do. */
export type OfferChanges = Partial<OfferTermsDraft>;
