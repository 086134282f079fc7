import { groupBy } from '#reads';
import type { FigureKind } from '../kind/figure-kind.js';
import { isMean, type FigureSum, type FigureValue } from './figure-value.js';

/** A figure of one unit or one network. */
export interface FigurePart {
  readonly id: string;
  readonly values: readonly FigureValue[];
  readonly total: FigureValue;
  readonly rank: number | null;
  readonly rankedOf: number | null;
}

/** One for each that has a sum, or is there anyway. */
export function partsOf(
  kind: FigureKind,
  valuesOf: (sums: readonly FigureSum[]) => Pick<FigurePart, 'values' | 'total'>,
  sums: readonly FigureSum[],
  idOf: (sum: FigureSum) => string | null,
  thereIds: readonly string[],
): FigurePart[] {
  const byId = groupBy(
    sums.filter((sum) => idOf(sum) !== null),
    (sum) => String(idOf(sum)),
  );
  const ids = [...new Set([...thereIds, ...byId.keys()])];
  const parts = ids.map((id) => {
    const own = byId.get(id) ?? [];
    const rank = own.find(({ period }) => period === null)?.rank ?? null;
    return { id, ...valuesOf(own), rank };
  });
  const above = parts.filter(({ total }) => isAboveZero(total.value)).length;
  const valued = parts.filter(({ total }) => total.value !== null).length;
  return parts
    .map((part) => {
      const rank = part.total.value === null ? null : rankOf(part, above, kind);
      return { ...part, rank, rankedOf: rank === null ? null : valued };
    })
    .toSorted(
      (one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.id < other.id ? -1 : 1),
    );
}

export const UNRANKED = { rank: null, rankedOf: null };

/** Who has nothing comes after all who have something; of a mean nothing is no value. */
function rankOf(
  { rank, total }: { readonly rank: number | null; readonly total: FigureValue },
  above: number,
  kind: FigureKind,
): number {
  return !isMean(kind) && !isAboveZero(total.value) ? above + 1 : (rank ?? above + 1);
}

function isAboveZero(value: string | null): boolean {
  return value !== null && /[1-9]/.test(value) && !value.startsWith('-');
}
