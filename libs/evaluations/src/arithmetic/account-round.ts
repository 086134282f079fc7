import type { Account, AccountPanel } from './account.js';
import type { CountingRules, OpenRound, OpenSheet } from './counting-rules.js';

/** The rules and a round of one nomination, from nothing but its account: who gave which two scores does not matter. */
export function roundOf({ minimumSheets, panels }: Account): [CountingRules, OpenRound] {
  const criteria = panels.find(({ leftOut }) => leftOut === null)?.criteria ?? [];
  const rules = {
    minimumSheets,
    criteria: criteria.map(({ position, weight }) => ({ position, weight })),
    panels: panels.map(({ kind, weight }) => ({ kind, weight })),
    awards: [],
  };
  const sheets = panels.flatMap((panel) => [
    ...Array.from({ length: panel.sheetsCounted }, (_, at) => sheetOf(panel, criteria, at, false)),
    ...Array.from({ length: panel.sheetsSetAside }, (_, at) => sheetOf(panel, criteria, at, true)),
  ]);
  return [rules, { nominationIds: ['it'], sheets }];
}

/** Of a panel that is left out, and of what is set aside, the account says no scores: they may be any. */
function sheetOf(
  panel: AccountPanel,
  criteria: AccountPanel['criteria'],
  at: number,
  isSetAside: boolean,
): OpenSheet {
  const scores = criteria.map((_, column) => panel.criteria[column]?.scores[at]?.score ?? '0');
  return { nominationId: 'it', panelKind: panel.kind, isSetAside, scores };
}
