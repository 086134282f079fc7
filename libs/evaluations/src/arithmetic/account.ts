import type { Decimal, Figure } from './exact.js';
import type { EvaluationPanelKind } from './evaluation-panel-kind.js';

/** Why a panel is left out for a nomination. */
export enum LeftOutReason {
  /** Fewer judges than the minimum could score it. */
  TOO_FEW_SHEETS = 'TOO_FEW_SHEETS',
  /** There would be enough, had none been set aside. */
  SET_ASIDE = 'SET_ASIDE',
}

/**
 * How the score of one nomination came about, without names: each figure follows from what stands before it here, so
 * that anybody can work it out again with pencil and paper. Plain JSON.
 */
export interface Account {
  readonly minimumSheets: number;
  /** In the order of `EvaluationPanelKind`. */
  readonly panels: readonly AccountPanel[];
  /** The sum of the subtotals; null when every panel is left out: then it has no rank. */
  readonly score: Figure | null;
}

export interface AccountPanel {
  readonly kind: EvaluationPanelKind;
  /** Percent, as the rules say. */
  readonly weight: Decimal;
  readonly sheetsCounted: number;
  readonly sheetsSetAside: number;
  /** Null for a panel that counts. */
  readonly leftOut: LeftOutReason | null;
  /** Percent: `weight` over the sum of the weights of the panels that count; null when left out. */
  readonly effectiveWeight: Figure | null;
  /** By position; empty when left out, since so few scores would give a judge away. */
  readonly criteria: readonly AccountCriterion[];
  /** The sum of the products; null when left out. */
  readonly subtotal: Figure | null;
}

export interface AccountCriterion {
  readonly position: number;
  /** Percent. */
  readonly weight: Decimal;
  /** From the lowest to the highest. */
  readonly scores: readonly AccountScore[];
  /** The mean of the scores that are not trimmed. */
  readonly mean: Figure;
  /** `effectiveWeight` / 100 × `weight` / 100 × `mean`. */
  readonly product: Figure;
}

export interface AccountScore {
  readonly score: Decimal;
  /** One lowest and one highest of five or more. */
  readonly isTrimmed: boolean;
}
