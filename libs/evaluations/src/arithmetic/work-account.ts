import type { Fraction } from 'fraction.js';
import { type Account, type AccountCriterion, type AccountPanel, LeftOutReason } from './account.js';
import { HUNDRED, sumOf, toFigure } from './exact.js';
import type { CriterionScore } from './panel-score.js';
import { type PanelTally, type ReadRules, scoreNomination } from './tally.js';

/** Every step from the sheets to the score, written down. */
export function workAccount(rules: ReadRules, panels: readonly PanelTally[]): Account {
  const counting = panels.filter(({ scored }) => scored !== null);
  const whole = sumOf(counting.map(({ weight }) => weight));
  const score = scoreNomination(panels);
  return {
    minimumSheets: rules.minimumSheets,
    panels: panels.map((panel) => workPanel(rules, panel, whole)),
    score: score && toFigure(score),
  };
}

function workPanel(rules: ReadRules, panel: PanelTally, whole: Fraction): AccountPanel {
  const { kind, scored } = panel;
  const facts = {
    kind,
    weight: panel.weight.toString(),
    sheetsCounted: panel.sheets.length,
    sheetsSetAside: panel.setAside,
  };
  if (!scored) {
    const leftOut = reasonOf(rules, panel);
    return { ...facts, leftOut, effectiveWeight: null, criteria: [], subtotal: null };
  }
  const share = panel.weight.div(whole);
  return {
    ...facts,
    leftOut: null,
    effectiveWeight: toFigure(share.mul(HUNDRED)),
    criteria: scored.criteria.map((criterion, at) =>
      workCriterion(rules.criteria[at]?.position ?? at, criterion, share),
    ),
    subtotal: toFigure(share.mul(scored.score)),
  };
}

function reasonOf({ minimumSheets }: ReadRules, { sheets, setAside }: PanelTally): LeftOutReason {
  return sheets.length + setAside < minimumSheets ? LeftOutReason.TOO_FEW_SHEETS : LeftOutReason.SET_ASIDE;
}

function workCriterion(
  position: number,
  { weight, scores, trimmed, mean }: CriterionScore,
  share: Fraction,
): AccountCriterion {
  return {
    position,
    weight: weight.toString(),
    scores: scores.map((score, at) => ({
      score: score.toString(),
      isTrimmed: at < trimmed || at >= scores.length - trimmed,
    })),
    mean: toFigure(mean),
    product: toFigure(share.mul(weight).div(HUNDRED).mul(mean)),
  };
}
