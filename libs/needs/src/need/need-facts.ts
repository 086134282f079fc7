import type { OfferFactsFilter } from '#resources';

/** What the facts of an offer that helps must say; each is there, null where nothing is asked. */
export interface NeedFacts {
  capacityAtLeast: number | null;
  stepFree: boolean | null;
  indoor: boolean | null;
  seatsAtLeast: number | null;
  driverIncluded: boolean | null;
  voltage: number | null;
  maxLoadKwAtLeast: string | null;
  quantityAtLeast: number | null;
}

export function factsOf(asked: OfferFactsFilter | null): NeedFacts {
  return {
    capacityAtLeast: asked?.capacityAtLeast ?? null,
    stepFree: asked?.stepFree ?? null,
    indoor: asked?.indoor ?? null,
    seatsAtLeast: asked?.seatsAtLeast ?? null,
    driverIncluded: asked?.driverIncluded ?? null,
    voltage: asked?.voltage ?? null,
    maxLoadKwAtLeast: asked?.maxLoadKwAtLeast ?? null,
    quantityAtLeast: asked?.quantityAtLeast ?? null,
  };
}
