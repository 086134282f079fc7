import type { SheetEntry, SheetForm, WorkbookProblem } from '#sheets';
import type { ImportPart, PartOutcome } from '../import-part.js';
import type { UnitRights } from '../unit-rights.js';

/** What a part has read: what is wrong with its rows by themselves, and how to store them. */
export interface ReadPart {
  readonly problems: readonly WorkbookProblem[];
  /** Called once the roster of the same workbook is stored; what it finds wrong takes everything back. */
  store(units: UnitRights): Promise<StoredPart>;
}

export interface StoredPart extends PartOutcome {
  readonly problems: readonly WorkbookProblem[];
}

/**
 * A sheet that a library above adds to the roster's workbook, such as offers: its form for the template, and what is
 * done with its rows. Whoever puts the libraries together hands it to the import.
 */
export interface WorkbookPart extends Pick<ImportPart, 'entities'> {
  readonly form: SheetForm;
  read(entries: readonly SheetEntry[]): Promise<ReadPart>;
}
