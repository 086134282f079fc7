import { searchTextOf } from '#network';
import type { Expertise, Equipment, PowerSupply, Vehicle, Venue } from '../offer/offer-kinds.entity.js';
import type { Offer } from '../offer/offer.entity.js';

type AllFacts = Venue & Vehicle & PowerSupply & Equipment & Expertise;

/** What the facts say in words; figures have filters of their own. */
const WORDED = [
  'address',
  'facilities',
  'plate',
  'licenceClass',
  'sockets',
  'measure',
  'field',
  'expertTitle',
] as const satisfies readonly (keyof AllFacts)[];

type Searched = Pick<Offer, 'title' | 'description'> & Partial<Pick<AllFacts, (typeof WORDED)[number]>>;

/** What an offer is found by besides its unit's name, after a change; each part for itself, so that no word runs over two. */
export function offerSearchText(offer: Searched, changes: Partial<Searched> = {}): string {
  const parts = (['title', 'description', ...WORDED] as const).flatMap((part) =>
    changes[part] === undefined ? offer[part] : changes[part],
  );
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((name) => searchTextOf({ name: String(name), nameEn: null }))
    .join('\n');
}
