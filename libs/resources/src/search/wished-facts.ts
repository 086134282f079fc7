import { ONE_WHOLE, readAmount } from '../occupancy/amount.js';
import { poolOf } from '../offer/offer-pool.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import type { Equipment, Expertise, PowerSupply, Vehicle, Venue } from '../offer/offer-kinds.entity.js';
import { OfferFact } from './offer-fact.enum.js';
import type { OfferFactsFilter } from './offer-filter.inputs.js';

type Fact = keyof OfferFactsFilter;
type AnyKind = Venue & Vehicle & PowerSupply & Equipment;
type Sorted = Offer & Partial<Pick<Expertise, 'field'> & Pick<Equipment, 'measure'>>;

interface Judging {
  readonly fact: OfferFact;
  readonly kind: OfferKind;
  /** What the offer has; exact decimals of at most ten digits are compared well as numbers. */
  readonly of: (offer: AnyKind) => number | boolean;
  /** More of it is as good. */
  readonly isSize: boolean;
}

const FACTS: Readonly<Record<Fact, Judging>> = {
  capacityAtLeast: sizeFact(OfferFact.CAPACITY, OfferKind.VENUE, ({ capacity }) => capacity),
  stepFree: sortFact(OfferFact.STEP_FREE, OfferKind.VENUE, ({ stepFree }) => stepFree),
  indoor: sortFact(OfferFact.INDOOR, OfferKind.VENUE, ({ indoor }) => indoor),
  seatsAtLeast: sizeFact(OfferFact.SEATS, OfferKind.VEHICLE, ({ seats }) => seats),
  driverIncluded: sortFact(
    OfferFact.DRIVER_INCLUDED,
    OfferKind.VEHICLE,
    ({ driverIncluded }) => driverIncluded,
  ),
  voltage: sortFact(OfferFact.VOLTAGE, OfferKind.POWER_SUPPLY, ({ voltage }) => voltage),
  maxLoadKwAtLeast: sizeFact(OfferFact.MAX_LOAD_KW, OfferKind.POWER_SUPPLY, ({ maxLoadKw }) =>
    Number(maxLoadKw),
  ),
  quantityAtLeast: sizeFact(OfferFact.QUANTITY, OfferKind.EQUIPMENT, ({ quantity }) => quantity),
};

/** A fact that is wished of an offer whose kind can have it. */
export interface JudgedFact {
  readonly fact: OfferFact;
  readonly wanted: number | boolean;
  readonly has: number | boolean;
  readonly holds: boolean;
}

const SIZES: ReadonlySet<OfferFact> = new Set(
  Object.values(FACTS).flatMap(({ fact, isSize }) => (isSize ? [fact] : [])),
);

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

/** Each wished fact beside what the offer has. What its kind cannot have is asked of other kinds. */
export function judgeFacts(offer: Offer, facts: OfferFactsFilter): JudgedFact[] {
  return wishedOf(facts).flatMap((wish) => {
    const { fact, kind, of, isSize } = FACTS[wish];
    if (offer.kind !== kind) return [];
    const has = of(offer as AnyKind);
    const wanted = isSize ? Number(facts[wish]) : (facts[wish] as number | boolean);
    return [{ fact, wanted, has, holds: isSize ? has >= wanted : has === wanted }];
  });
}

/** How an offer falls short. */
export function shortOf(offer: Offer, facts: OfferFactsFilter): ('TOO_SMALL' | 'OTHER_FACTS')[] {
  const missed = judgeFacts(offer, facts).filter(({ holds }) => !holds);
  const reasons = missed.map(({ fact }) => (SIZES.has(fact) ? 'TOO_SMALL' : 'OTHER_FACTS'));
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

function sizeFact(fact: OfferFact, kind: OfferKind, of: Judging['of']): Judging {
  return { fact, kind, of, isSize: true };
}

function sortFact(fact: OfferFact, kind: OfferKind, of: Judging['of']): Judging {
  return { fact, kind, of, isSize: false };
}
