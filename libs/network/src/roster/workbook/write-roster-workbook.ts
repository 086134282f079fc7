import { markProblems, writeForm, type ReadSheet, type SheetForm, type WrittenSheet } from '#sheets';
import type { Roster } from '../roster.schema.js';
import type { RosterWorkbookError } from './workbook-error.js';
import { ROSTER_SHEETS, type RosterSheet } from './roster-sheets.js';

/** The workbook to be filled in, with its drop-downs; holds a roster if one is given. Sheets of other libraries come last. */
export function rosterWorkbook(roster?: Roster, others: readonly SheetForm[] = []): WrittenSheet[] {
  const lists = ROSTER_SHEETS.map((sheet) => writeForm(sheet, roster ? entriesOf(roster, sheet.key) : []));
  return [...lists, ...others.map((form) => writeForm(form))];
}

/** The workbook as it came, with what is wrong with it; see `markProblems`. */
export function markRosterWorkbook(
  others: readonly SheetForm[],
  sheets: readonly ReadSheet[],
  { problems }: RosterWorkbookError,
): WrittenSheet[] {
  return markProblems([...ROSTER_SHEETS, ...others], sheets, problems);
}

function entriesOf(roster: Roster, key: RosterSheet['key']): readonly object[] {
  const { networks } = roster;
  switch (key) {
    case 'region':
      return [roster.region];
    case 'members':
      return networks.flatMap(({ code: network, partners, others }) => [
        ...partners.map((unit) => ({ network, unit, role: 'PARTNER' })),
        ...others.map((unit) => ({ network, unit, role: 'GUEST' })),
      ]);
    case 'serviceDays':
      return networks.flatMap(({ code: network, serviceDays = [] }) =>
        serviceDays.map((day) => ({ network, ...day })),
      );
    case 'facts':
      return networks.flatMap(({ code: network, facts = {} }) =>
        Object.entries(facts).map(([name, count]) => ({ network, name, count })),
      );
    default:
      return roster[key];
  }
}
