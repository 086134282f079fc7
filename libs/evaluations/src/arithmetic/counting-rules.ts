import type { Decimal } from './exact.js';
import type { EvaluationPanelKind } from './evaluation-panel-kind.js';

/** What is frozen when scoring begins, as far as figures follow from it. */
export interface CountingRules {
  /** A panel with fewer counted sheets is left out for that nomination. */
  readonly minimumSheets: number;
  readonly criteria: readonly CriterionRule[];
  readonly panels: readonly PanelRule[];
  readonly awards: readonly AwardTier[];
}

export interface CriterionRule {
  /** Its place among the criteria; the scores of a sheet stand in this order. */
  readonly position: number;
  /** Percent of a panel's score. */
  readonly weight: Decimal;
}

export interface PanelRule {
  readonly kind: EvaluationPanelKind;
  /** Percent of the score while no panel is left out. */
  readonly weight: Decimal;
}

/** One award, for so many places or from a score on; the better ones have the lower positions. */
export interface AwardTier {
  readonly id: string;
  readonly position: number;
  /** How many ranks it covers, after those of the tiers before it; null for one from a score on. */
  readonly places: number | null;
  /** Null for one with places. */
  readonly minScore: Decimal | null;
  /** Given to nobody: it covers no rank. */
  readonly isWithheld: boolean;
}

/** A submitted sheet without its judge, as `app.open_sheets` gives it. */
export interface OpenSheet {
  readonly nominationId: string;
  readonly panelKind: EvaluationPanelKind;
  readonly isSetAside: boolean;
  /** One for each criterion, by its position; of a sheet that was set aside nobody is told any. */
  readonly scores: readonly Decimal[];
}

/** What is counted: the nominations that stand (those without any sheet too, those excluded not), and their sheets. */
export interface OpenRound {
  readonly nominationIds: readonly string[];
  readonly sheets: readonly OpenSheet[];
}
