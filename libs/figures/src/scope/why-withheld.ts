import type { Words } from '#graphql';
import { FIGURE_WORDS as WORDS } from '../figures.words.js';
import type { FigureKind } from '../kind/figure-kind.js';
import type { FigureScope } from './figure-scope.js';

/** Why the sum over all that was asked for is not told; null when it is. */
export function whyWithheld({ of, reach }: FigureScope, kind: FigureKind): Words | null {
  if (of === 'UNIT' && !kind.isOfUnits) return WORDS.notOfUnits;
  if (kind.audience === 'NETWORK' || reach === 'ALL') return null;
  return of === 'UNIT' ? WORDS.ofOthers : WORDS.ownAlone;
}

/** Why what it was made of is not told; null when it is, be it of the acting unit alone. */
export function whyNoRows(scope: FigureScope, kind: FigureKind): Words | null {
  if (kind.thing === null) return WORDS.fromHours;
  if (kind.audience === 'NETWORK') return scope.of === 'UNIT' && !kind.isOfUnits ? WORDS.notOfUnits : null;
  if (scope.isSteward) return WORDS.fromSums;
  const withheld = whyWithheld(scope, kind);
  if (withheld === null) return null;
  return scope.of === 'NETWORK' && kind.isOfUnits && scope.ownUnitId !== null ? null : withheld;
}

/** The one unit whose rows are told; null for all. */
export function rowsOfUnit({ of, reach, unitId, ownUnitId }: FigureScope, kind: FigureKind): string | null {
  if (unitId !== null || kind.audience === 'NETWORK' || reach === 'ALL') return unitId;
  return of === 'NETWORK' ? ownUnitId : null;
}
