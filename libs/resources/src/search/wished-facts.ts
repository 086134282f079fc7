import { ONE_WHOLE, readAmount } from '../occupancy/amount.js';
import { poolOf } from '../offer/offer-pool.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import type { Equipment, Expertise, PowerSupply, Vehicle, Venue } from '../offer/offer-kinds.entity.js';
import type { OfferFactsFilter } from './offer-filter.inputs.js';

type Fact = keyof OfferFactsFilter;
type AnyKind = Venue & Vehicle & PowerSupply & Equipment;
type Sorted = Offer & Partial<Pick<Expertise, 'field'> & Pick<Equipment, 'measure'>>;

interface Judging {
  readonly kind: OfferKind;
  /** What the offer has; exact decimals of at most ten digits are compared well as numbers. */
  readonly of: (offer: AnyKind) => number | boolean;
  /** More of it is as good. */
  readonly isSize: boolean;
}

const FACTS: Readonly<Record<Fact, Judging>> = {
  capacityAtLeast: { kind: OfferKind.VENUE, of: ({ capacity }) => capacity, isSize: true },
  stepFree: { kind: OfferKind.VENUE, of: ({ stepFree }) => stepFree, isSize: false },
  indoor: { kind: OfferKind.VENUE, of: ({ indoor }) => indoor, isSize: false },
  seatsAtLeast: { kind: OfferKind.VEHICLE, of: ({ seats }) => seats, isSize: true },
  driverIncluded: { kind: OfferKind.VEHICLE, of: ({ driverIncluded }) => driverIncluded, isSize: false },
  voltage: { kind: OfferKind.POWER_SUPPLY, of: ({ voltage }) => voltage, isSize: false },
  maxLoadKwAtLeast: {
    kind: OfferKind.POWER_SUPPLY,
    of: ({ maxLoadKw }) => Number(maxLoadKw),
    isSize: true,
  },
  quantityAtLeast: { kind: OfferKind.EQUIPMENT, of: ({ quantity }) => quantity, isSize: true },
};

/** Indoors is not better than outdoors, nor 380 volts than 220. */
const MATTERS_EITHER_WAY: readonly Fact[] = ['indoor', 'voltage'];

/** The kinds that can have these facts at all; null when none is asked for. */
export function kindsWith(facts: OfferFactsFilter): OfferKind[] | null {
  const kinds = wishedOf(facts).map((fact) => FACTS[fact].kind);
  return kinds.length > 0 ? [...new Set(kinds)] : null;
}

/** The kinds of which so much can be lent, equipment in whole pieces alone; null when no amount is asked for. */
export function kindsLentBy(amount: string | null): OfferKind[] | null {
  if (amount === null) return null;
  const isWhole = readAmount(amount) % ONE_WHOLE === 0n;
  return [OfferKind.POWER_SUPPLY, ...(isWhole ? [OfferKind.EQUIPMENT] : [])];
}

/** How an offer falls short. What its kind cannot have is asked of other kinds. */
export function shortOf(offer: Offer, facts: OfferFactsFilter): ('TOO_SMALL' | 'OTHER_FACTS')[] {
  const missed = wishedOf(facts).filter((fact) => {
    const { kind, of, isSize } = FACTS[fact];
    if (offer.kind !== kind) return false;
    const has = of(offer as AnyKind);
    return isSize ? Number(has) < Number(facts[fact]) : has !== facts[fact];
  });
  const reasons = missed.map((fact) => (FACTS[fact].isSize ? 'TOO_SMALL' : 'OTHER_FACTS'));
  return [...new Set(reasons)];
}

/** Facts as good as those of an offer, or better: what it has need not be lacking elsewhere. The size of a pool is none. */
export function factsOf(offer: Offer): OfferFactsFilter {
  const wished = (Object.keys(FACTS) as Fact[]).flatMap((fact) => {
    const { kind, of, isSize } = FACTS[fact];
    if (offer.kind !== kind) return [];
    const has = of(offer as AnyKind);
    const matters = isSize ? !poolOf(offer) : MATTERS_EITHER_WAY.includes(fact) || has === true;
    return matters ? [[fact, has] as const] : [];
  });
  return Object.fromEntries(wished);
}

/** What no figure says: a lawyer is no doctor, and a table no pump. */
export function isOfSameSort(one: Offer, other: Offer): boolean {
  const sortOf = ({ kind, field, measure }: Sorted): string => [kind, field, measure].join('\n');
  return sortOf(one) === sortOf(other);
}

/** In persons, seats, kilowatts or pieces; 0 for an expert. */
export function sizeOf(offer: Offer): number {
  const size = Object.values(FACTS).find(({ kind, isSize }) => isSize && kind === offer.kind);
  return size ? Number(size.of(offer as AnyKind)) : 0;
}

function wishedOf(facts: OfferFactsFilter): Fact[] {
  return (Object.keys(FACTS) as Fact[]).filter((fact) => (facts[fact] ?? null) !== null);
}
