import { searchTextOf } from '../directory/search-text.js';
import { Area } from '../region/area.entity.js';
import { Region } from '../region/region.entity.js';
import { UnitRegistration } from '../unit/unit-registration.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { ROSTER_WORDS } from './roster.words.js';
import { getId, joinedBy, type Planning, withAdded } from './planning.js';

export function planRegion({ roster, stored, plan, regionId: id }: Planning): void {
  const { code, name, nameEn, timeZone } = roster.region;
  const subject = `region ${code}`;
  if (!stored.region) return plan.add(Region, subject, { id, code, name, nameEn: nameEn ?? null, timeZone });
  if (stored.region.timeZone !== timeZone) {
    const message = ROSTER_WORDS.keepsZone({ zone: stored.region.timeZone });
    plan.problems.push({ path: 'region.timeZone', message });
  }
  plan.update(Region, subject, stored.region, { name, nameEn });
}

export function planAreas({ roster, stored, plan, regionId, ids }: Planning): void {
  for (const { code, name, nameEn } of roster.areas) {
    const known = stored.areas.find((area) => area.code === code);
    const id = getId(ids.areas, code);
    if (known) plan.update(Area, `area ${code}`, known, { name, nameEn });
    else plan.add(Area, `area ${code}`, { regionId, id, code, name, nameEn: nameEn ?? null });
  }
}

export function planUnits(planning: Planning): void {
  const { roster, stored, plan, regionId, ids } = planning;
  for (const { code, name, nameEn, kind, creditCode } of roster.units) {
    const known = stored.units.find((unit) => unit.code === code);
    const joined = joinedBy(planning, code);
    const subject = `unit ${code}`;
    const networkIds = withAdded(known?.networkIds ?? [], joined);
    planRegistration(planning, code, { networkIds, creditCode });
    if (known) {
      plan.update(Unit, subject, known, { name, nameEn, kind, networkIds });
      continue;
    }
    const names = { name, nameEn: nameEn ?? null };
    const row = { regionId, id: getId(ids.units, code), code, kind, networkIds: joined, version: 1 };
    plan.add(Unit, subject, { ...row, ...names, searchText: searchTextOf(names) });
  }
}

/** A code that the file leaves out stays; where it is seen follows the unit. */
function planRegistration(
  { stored, plan, regionId, ids }: Planning,
  unit: string,
  { networkIds, creditCode }: { networkIds: string[]; creditCode: string | null | undefined },
): void {
  const id = getId(ids.units, unit);
  const subject = `registration of ${unit}`;
  const known = stored.registrations.find((registration) => registration.id === id);
  const given = creditCode ?? undefined;
  if (known)
    plan.update(UnitRegistration, subject, known, { networkIds, ...(given && { creditCode: given }) });
  else if (given) plan.add(UnitRegistration, subject, { regionId, id, networkIds, creditCode: given });
}
