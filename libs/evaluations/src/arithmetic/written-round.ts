import type { CountingRules, OpenRound, OpenSheet } from './counting-rules.js';
import { EvaluationPanelKind } from './evaluation-panel-kind.js';

/** One criterion, one panel, three sheets. */
export const ONE_PANEL: CountingRules = {
  minimumSheets: 3,
  criteria: [{ position: 1, weight: '100.00' }],
  panels: [{ kind: EvaluationPanelKind.COMMITTEE, weight: '100.00' }],
  awards: [],
};

/** The sheets of each panel, as `writtenRound` reads them. */
export type Piles = Partial<Record<EvaluationPanelKind, string>>;

/** `70 80 (90)`: sheets of one criterion, the last set aside; `7/8`: of two. */
export function writtenRound(nominations: Readonly<Record<string, string | Piles>>): OpenRound {
  const sheets = Object.entries(nominations).flatMap(([nominationId, piles]) =>
    Object.entries(typeof piles === 'string' ? { [EvaluationPanelKind.COMMITTEE]: piles } : piles).flatMap(
      ([panelKind, pile]) =>
        pile.split(' ').map((sheet): OpenSheet => ({
          nominationId,
          panelKind: panelKind as EvaluationPanelKind,
          isSetAside: sheet.startsWith('('),
          scores: sheet.replace(/[()]/g, '').split('/'),
        })),
    ),
  );
  return { nominationIds: Object.keys(nominations), sheets };
}
