import { types } from 'node:util';
import { CELL_WORDS } from '../reader.words.js';
import type { SheetWords } from '../words.js';
import type { CellValue } from '../workbooks.js';
import { type FormColumn, YES_NO } from './sheet-form.js';

/** What a cell gives; a problem only where no choice is met, all else is for the reader to judge. */
export interface CellContent {
  readonly value: unknown;
  readonly problem?: SheetWords;
}

/** Spreadsheets turn codes and phones into numbers and days into instants of their own accord. */
export function contentOf(cell: NonNullable<CellValue>, { kind = 'text', choices }: FormColumn): CellContent {
  // Not instanceof: it may have come from the thread that reads.
  const text = types.isDate(cell) ? cell.toISOString().slice(0, 10) : String(cell).trim();
  switch (kind) {
    case 'text':
    case 'decimal':
      return { value: text };
    case 'number':
      return { value: typeof cell === 'string' && /^-?\d{1,9}$/.test(text) ? Number(text) : cell };
    case 'codes':
      return { value: text.split(/[,，、;；\s]+/).filter(Boolean) };
    case 'list':
      return { value: text.split(/\s*[,，、;；\n]\s*/).filter(Boolean) };
    case 'yesNo':
      return typeof cell === 'boolean' ? { value: cell } : isYes(text);
    case 'choice':
      return Array.isArray(choices) ? choiceOf(text, choices as readonly string[]) : { value: text };
  }
}

function isYes(text: string): CellContent {
  const { value, problem } = choiceOf(text, YES_NO);
  return problem ? { value: text, problem } : { value: value === 'Yes' };
}

/** By the whole choice or by either language of it; the code is its last word. */
function choiceOf(text: string, choices: readonly string[]): CellContent {
  const met = choices.find((choice) =>
    [choice, ...choice.split(' ')].some((one) => one.toLowerCase() === text.toLowerCase()),
  );
  if (met === undefined) return { value: text, problem: CELL_WORDS.notOneOf(choices) };
  return { value: met.split(' ').at(-1) };
}
