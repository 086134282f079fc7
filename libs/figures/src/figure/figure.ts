import type { Words } from '#graphql';
import type { FigureKind } from '../kind/figure-kind.js';
import type { FigureScope } from '../scope/figure-scope.js';
import { whyWithheld, whyNoRows } from '../scope/why-withheld.js';
import { partsOf, UNRANKED, type FigurePart } from './figure-parts.js';
import type { Figures } from './figures.js';
import type { FigureSum, FigureValue } from './figure-value.js';

/** What it is of is found by the figures it was read with. */
export type ToldPart = FigurePart & { readonly figures: Figures };

/** One figure of those asked for, as far as the actor is told. */
export class Figure {
  readonly withheld: Words | null;
  readonly rowsWithheld: Words | null;

  constructor(
    readonly figures: Figures,
    readonly kind: FigureKind,
  ) {
    this.withheld = whyWithheld(figures.asked.scope, kind);
    this.rowsWithheld = whyNoRows(figures.asked.scope, kind);
  }

  async sums(): Promise<{ values: readonly FigureValue[]; total: FigureValue | null }> {
    if (this.withheld) return { values: [], total: null };
    const { sums } = await this.figures.answer();
    const own = (sums.get(this.kind.name) ?? []).filter(
      ({ unitId, networkId }) => unitId === null && networkId === null,
    );
    return this.figures.valuesOf(this.kind, own);
  }

  /** The largest first; of those that are equal, in one order. */
  async byUnit(): Promise<readonly ToldPart[]> {
    const { kind, figures } = this;
    const { scope } = figures.asked;
    if (!kind.isOfUnits || (scope.of === 'UNIT' && this.withheld)) return [];
    const isOwnAlone = this.withheld !== null;
    if (isOwnAlone && scope.ownUnitId === null) return [];
    const { sums, memberIds } = await figures.answer('byUnit');
    const all = this.parts(sums.get(kind.name), ({ unitId }) => unitId, memberIds);
    if (!isOwnAlone) return isRanked(scope, kind) ? all : all.map((part) => ({ ...part, ...UNRANKED }));
    const ranks = await figures.ranksOf(kind);
    return all
      .filter(({ id }) => id === scope.ownUnitId)
      .map((one) => ({ ...one, ...(ranks.get(one.id) ?? UNRANKED) }));
  }

  async byNetwork(): Promise<readonly ToldPart[]> {
    if (this.withheld) return [];
    const { kind, figures } = this;
    const { networkIds, readNetworkIds } = figures.asked.scope;
    const { sums } = await figures.answer('byNetwork');
    const among = kind.audience === 'NETWORK' ? readNetworkIds : networkIds;
    return this.parts(sums.get(kind.name), ({ networkId }) => networkId, among).map((part) => ({
      ...part,
      ...UNRANKED,
    }));
  }

  private parts(
    sums: readonly FigureSum[] | undefined,
    idOf: (sum: FigureSum) => string | null,
    thereIds: readonly string[],
  ): ToldPart[] {
    const { kind, figures } = this;
    const parts = partsOf(kind, (own) => figures.valuesOf(kind, own), sums ?? [], idOf, thereIds);
    return parts.map((part) => ({ ...part, figures }));
  }
}

/** One unit alone has no place, and of what is private to units a steward reads sums. */
function isRanked({ of, isSteward }: FigureScope, { audience }: FigureKind): boolean {
  return of !== 'UNIT' && (audience === 'NETWORK' || !isSteward);
}
