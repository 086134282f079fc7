import type { CellValue, SheetColumn, WrittenSheet } from '../workbooks.js';
import { type FormColumn, type SheetForm, YES_NO } from './sheet-form.js';

/** A sheet to be filled in, with its drop-downs; holds what is given. */
export function writeForm(form: SheetForm, entries: readonly object[] = []): WrittenSheet {
  return {
    name: form.name,
    columns: form.columns.map(sheetColumnOf),
    rows: entries.map((entry) =>
      form.columns.map((column) => cellOf(Reflect.get(entry, column.field), column)),
    ),
  };
}

export function sheetColumnOf({
  heading,
  kind,
  choices,
  isOpen = false,
  width = 22,
}: FormColumn): SheetColumn {
  const offered = choices ?? (kind === 'yesNo' ? YES_NO : undefined);
  return { heading, width, isOpen, ...(offered && { choices: offered }) };
}

function cellOf(value: unknown, { kind, choices }: FormColumn): CellValue {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null;
  if (typeof value === 'boolean') return YES_NO[value ? 0 : 1];
  if (kind === 'choice' && Array.isArray(choices))
    return (choices as readonly string[]).find((choice) => choice.split(' ').at(-1) === value) ?? null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
