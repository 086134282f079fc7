import { ONE_WHOLE, readAmount, type Amount } from '../occupancy/amount.js';
import { isOfKind, type Equipment, type PowerSupply } from './offer-kinds.entity.js';
import { OfferKind, type Offer } from './offer.entity.js';

/** What is shared out of a power supply or of equipment. */
export interface Pool {
  readonly capacity: Amount;
  /** What is counted: kW, 台… */
  readonly measure: string;
  /** The least that can be had; everything is a multiple of it. */
  readonly least: Amount;
  /** The capacity as the offer has it, in the column that a share refers to. */
  readonly of: { readonly capacityKw: string | null; readonly capacityPieces: number | null };
}

const POOLED: readonly OfferKind[] = [OfferKind.POWER_SUPPLY, OfferKind.EQUIPMENT];

/** Shared out in amounts; the rest is lent whole. */
export function isPooled(kind: OfferKind): boolean {
  return POOLED.includes(kind);
}

/** Null for what is lent whole. */
export function poolOf(offer: Offer): Pool | null {
  if (isOfKind<PowerSupply>(offer, OfferKind.POWER_SUPPLY)) {
    const of = { capacityKw: offer.maxLoadKw, capacityPieces: null };
    return { capacity: readAmount(offer.maxLoadKw), measure: 'kW', least: 1n, of };
  }
  if (isOfKind<Equipment>(offer, OfferKind.EQUIPMENT)) {
    const { quantity, measure } = offer;
    const of = { capacityKw: null, capacityPieces: quantity };
    return { capacity: BigInt(quantity) * ONE_WHOLE, measure, least: ONE_WHOLE, of };
  }
  return null;
}
