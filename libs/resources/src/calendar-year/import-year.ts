import {
  announceYear,
  findCalendarYear,
  readDayCalendar,
  type CalendarDay,
  type StoredYear,
  type YearDraft,
} from '#calendar';
import { asOperator, Region, Unit, UnitRights } from '#network';
import { type Clock, type IdSource, RandomIdSource, SystemClock, TENANCY_ENTITIES } from '#tenancy';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { RESOURCES_ENTITIES } from '../resources.entities.js';
import { type CalendarPair, listYearConflicts, type YearConflict } from './year-conflicts.js';

export interface YearImportSettings {
  /** Does everything and takes it back, so that the answer is what would be. */
  readonly dryRun?: boolean;
  readonly clock?: Clock;
  readonly ids?: IdSource;
}

export interface YearImport {
  readonly year: number;
  /** As it is then; the same as before when nothing changed. */
  readonly version: number;
  readonly isNew: boolean;
  /** What is written, as `+ 2027-01-01 HOLIDAY 元旦`. */
  readonly changes: readonly string[];
  /** Confirmed bookings ahead that lay inside the hours of their offers before, in all regions. */
  readonly conflicts: readonly YearConflict[];
}

/**
 * Announces a year, or corrects one, for all regions at once; its version counts up. Nothing is cancelled.
 * @param ownerUrl the schema owner's connection
 */
export async function importYear(
  ownerUrl: string,
  draft: YearDraft,
  settings: YearImportSettings = {},
): Promise<YearImport> {
  const wishes = {
    entities: [...TENANCY_ENTITIES, ...RESOURCES_ENTITIES],
    isTrial: settings.dryRun ?? false,
  };
  return asOperator(ownerUrl, 'calendar', (manager) => store(manager, draft, settings), wishes);
}

async function store(
  manager: EntityManager,
  draft: YearDraft,
  { clock = new SystemClock(), ids = new RandomIdSource() }: YearImportSettings,
): Promise<YearImport> {
  const query = (sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> =>
    manager.query(sql, parameters);
  // The calendar belongs to no region, and is written by its owner alone.
  await query('SET LOCAL ROLE NONE');
  const before = await findCalendarYear(query, draft.year);
  const changes = changesBetween(before, draft);
  const { year } = draft;
  if (before && changes.length === 0)
    return { year, version: before.version, isNew: false, changes, conflicts: [] };
  const calendars = { before: await readDayCalendar(query) };
  await announceYear(query, draft);
  const pair: CalendarPair = { ...calendars, after: await readDayCalendar(query) };
  await query('SET LOCAL ROLE lianjian_operator');
  const conflicts: YearConflict[] = [];
  for (const region of await manager.find(Region, { order: { code: 'ASC' } })) {
    await query('SELECT app.set_local($1, $2)', ['region_id', region.id]);
    const rights = new UnitRights(manager, {
      regionId: region.id,
      now: clock.now(),
      newId: () => ids.next(),
    });
    const units = await manager.find(Unit, { where: { regionId: region.id }, order: { code: 'ASC' } });
    for (const { id, code } of units) {
      const found = await rights.asUnit(code, (tx) =>
        listYearConflicts(tx, { id, code, region }, year, pair),
      );
      conflicts.push(...(found ?? []));
    }
  }
  return { year, version: (before?.version ?? 0) + 1, isNew: !before?.announced, changes, conflicts };
}

/** A year that was not announced has no days that count. */
function changesBetween(before: StoredYear | null, draft: YearDraft): string[] {
  const known = byDay(before?.announced ? before.days : []);
  const wanted = byDay(draft.days);
  const days = [...new Set([...known.keys(), ...wanted.keys()])].toSorted();
  const changes = days.flatMap((day): string[] => {
    const [was, is] = [known.get(day), wanted.get(day)];
    if (isDeepStrictEqual(was, is)) return [];
    if (was === undefined) return [`+ ${day} ${is}`];
    return is === undefined ? [`- ${day} ${was}`] : [`~ ${day} ${was} → ${is}`];
  });
  if (before && before.source !== draft.source) changes.push(`~ source ${before.source} → ${draft.source}`);
  return changes;
}

function byDay(days: readonly CalendarDay[]): ReadonlyMap<string, string> {
  return new Map(
    days.map(({ day, class: dayClass, name }) => [day.toString(), `${dayClass} ${name ?? ''}`.trim()]),
  );
}
