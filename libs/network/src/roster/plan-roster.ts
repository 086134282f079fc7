import { noteAbsent } from './note-absent.js';
import { planNetworks } from './plan-networks.js';
import type { Planning } from './planning.js';
import { planPosts } from './plan-posts.js';
import { planAreas, planRegion, planUnits } from './plan-units.js';
import type { RegionSnapshot } from './region-snapshot.js';
import { RosterError } from './roster-error.js';
import { RosterPlan } from './roster-plan.js';
import type { Roster } from './roster.schema.js';

export interface PlanSettings {
  readonly regionId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * What has to be done so that the database holds what the file does.
 * @throws RosterError when the file would change what cannot change
 */
export function planRoster(roster: Roster, stored: RegionSnapshot, settings: PlanSettings): RosterPlan {
  const plan = new RosterPlan();
  const ids = {
    areas: idsByCode(roster.areas, stored.areas, settings),
    units: idsByCode(roster.units, stored.units, settings),
    networks: idsByCode(roster.networks, stored.networks, settings),
  };
  for (const [code, id] of ids.networks) plan.call(id, code);
  const planning: Planning = { ...settings, roster, stored, plan, ids };
  planRegion(planning);
  planAreas(planning);
  planUnits(planning);
  planNetworks(planning);
  planPosts(planning);
  noteAbsent(planning);
  if (plan.problems.length > 0) throw new RosterError(plan.problems);
  return plan;
}

function idsByCode(
  entries: readonly { code: string }[],
  stored: readonly { code: string; id: string }[],
  settings: PlanSettings,
): ReadonlyMap<string, string> {
  const ids = new Map(stored.map(({ code, id }) => [code, id]));
  for (const { code } of entries) if (!ids.has(code)) ids.set(code, settings.newId());
  return ids;
}
