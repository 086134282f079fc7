import type { CellValue, SheetColumn } from '#sheets';

/** What one field of the answer gives for a cell; nothing where the entry says something at `unless`. */
export type ExportColumn = readonly [
  heading: string,
  path: string,
  kind?: 'text' | 'instant',
  unless?: string,
];

/** A list of the API as a sheet: what is asked of each entry, and which column shows what of it. */
export interface ExportList {
  readonly field: string;
  readonly sheet: string;
  /** Selected of each entry. */
  readonly selection: string;
  /** A list in each entry that gets a row for every one of its own; their fields are then under its name. */
  readonly each?: string;
  readonly columns: readonly ExportColumn[];
}

/** Of every unit that a sheet names. */
export const UNIT = '{ code name }';

export function headingsOf({ columns }: ExportList): SheetColumn[] {
  return columns.map(([heading, path]) => ({ heading, width: /name|title|purpose/i.test(path) ? 28 : 16 }));
}

/** The rows of one entry; instants as the clock on the wall shows them in the zone. */
export function rowsOf({ columns, each }: ExportList, entry: unknown, zone: string): CellValue[][] {
  return spread(entry, each).map((one) =>
    columns.map(([, path, kind, unless]) => {
      const isLeftOut = unless !== undefined && valueAt(one, unless) !== null;
      const value = isLeftOut ? null : valueAt(one, path);
      const shown = (part: unknown): CellValue =>
        kind === 'instant' && typeof part === 'string' ? wallClock(part, zone) : cellOf(part);
      return Array.isArray(value) ? value.map(shown).join(', ') : shown(value);
    }),
  );
}

function spread(entry: unknown, each: string | undefined): unknown[] {
  const many = each === undefined ? null : partOf(entry, each);
  if (each === undefined || !Array.isArray(many)) return [entry];
  const list: unknown[] = many.length > 0 ? many : [null];
  return list.map((one) => ({ ...Object(entry), [each]: one }));
}

function valueAt(entry: unknown, path: string): unknown {
  let value = entry;
  for (const step of path.split('.'))
    value = Array.isArray(value) ? value.map((one) => partOf(one, step)) : partOf(value, step);
  return value;
}

function cellOf(value: unknown): CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function partOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, field) as unknown) : null;
}

/** `2026-12-01 10:00`, in the only order that sorts. */
export function wallClock(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}
