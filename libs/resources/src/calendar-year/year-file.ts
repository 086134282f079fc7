import type { YearDraft } from '#calendar';
import { findSheetProblems, nameOf, readForm, type ReadSheet, type SheetEntry } from '#sheets';
import { YEAR_FILE_WORDS } from './year-file.words.js';
import { YearFileError, type YearProblem } from './year-file-error.js';
import { DAYS_FORM, YEAR_FORM } from './year-form.js';
import { readYear, type YearPlace } from './read-year.js';

/**
 * A year from JSON: `{ year, source, days: [{ day, class, name }] }`.
 * @throws YearFileError naming every bad entry by its path
 */
export function readYearJson(content: unknown): YearDraft {
  const problems: YearProblem[] = [];
  const given = typeof content === 'object' && content !== null && !Array.isArray(content) ? content : null;
  if (!given) throw new YearFileError([{ place: '$', message: YEAR_FILE_WORDS.notAnObject }]);
  const placeOf = ({ day, field }: YearPlace): string => (day === null ? field : `days[${day}].${field}`);
  const draft = readYear(given, (at, message) => problems.push({ place: placeOf(at), message }), placeOf);
  if (problems.length > 0) throw new YearFileError(problems);
  return draft;
}

/**
 * A year from a workbook of two sheets, one row for the year and one for each day.
 * @throws YearFileError naming every bad cell
 */
export function readYearWorkbook(sheets: readonly ReadSheet[]): YearDraft {
  const problems: YearProblem[] = findSheetProblems([YEAR_FORM, DAYS_FORM], sheets).map((problem) => ({
    place: nameOf(problem),
    message: problem.message,
  }));
  const entriesOf = (form: typeof YEAR_FORM): readonly SheetEntry[] => {
    const sheet = sheets.find(({ name }) => name === form.name);
    if (!sheet) return [];
    const read = readForm(form, sheet);
    problems.push(...read.problems.map((problem) => ({ place: nameOf(problem), message: problem.message })));
    return read.entries;
  };
  const [[year, another], days] = [entriesOf(YEAR_FORM), entriesOf(DAYS_FORM)];
  if (another) problems.push({ place: nameOf(another.placeOf()), message: YEAR_FILE_WORDS.oneYear });
  const placeOf = ({ day, field }: YearPlace): string => {
    const entry = day === null ? year : days[day];
    const sheet = field === 'days' || day !== null ? DAYS_FORM.name : YEAR_FORM.name;
    return nameOf(entry && field !== 'days' ? entry.placeOf(field) : { sheet, row: 1, column: 1 });
  };
  const given = { ...year?.values, days: days.map(({ values }) => values) };
  const draft = readYear(given, (at, message) => problems.push({ place: placeOf(at), message }), placeOf);
  if (problems.length > 0) throw new YearFileError(problems);
  return draft;
}
