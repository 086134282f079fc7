import { Membership, MembershipState } from '../membership/membership.entity.js';
import { NeedCategory } from '../network/need-category.entity.js';
import { Network } from '../network/network.entity.js';
import { ServiceDay } from '../network/service-day.entity.js';
import { STANDING_CATEGORIES } from '../network/standing-categories.js';
import { findMembership, getId, type Place, placesOf, type Planning } from './planning.js';
import type { RosterNetwork } from './roster.schema.js';
import { ROSTER_NOTES, ROSTER_WORDS } from './roster.words.js';

export function planNetworks(planning: Planning): void {
  for (const [index, network] of planning.roster.networks.entries()) {
    planNetwork(planning, network, `networks[${index}]`);
    planServiceDays(planning, network);
    for (const place of placesOf(network)) planMembership(planning, place);
  }
}

function planNetwork(
  { stored, plan, ids, regionId, newId }: Planning,
  network: RosterNetwork,
  path: string,
): void {
  const { code, name, nameEn, facts, opensAccountsExternally } = network;
  const subject = `network ${code}`;
  const keys = { areaId: getId(ids.areas, network.area), convenerUnitId: getId(ids.units, network.convener) };
  const known = stored.networks.find((one) => one.code === code);
  if (!known) {
    const row = { regionId, id: getId(ids.networks, code), ...keys, code, name, facts: facts ?? {} };
    const settings = { opensAccountsExternally: opensAccountsExternally ?? false };
    plan.add(Network, subject, { ...row, ...settings, nameEn: nameEn ?? null, version: 1 });
    for (const [index, category] of STANDING_CATEGORIES.entries()) {
      const place = { networkId: row.id, place: index + 1, retiredAt: null, version: 1 };
      plan.addWith(NeedCategory, { regionId, id: newId(), ...category, ...place });
    }
    return;
  }
  if (known.areaId !== keys.areaId)
    plan.problems.push({ path: `${path}.area`, message: ROSTER_WORDS.staysInArea });
  if (known.convenerUnitId !== keys.convenerUnitId)
    plan.problems.push({ path: `${path}.convener`, message: ROSTER_WORDS.keepsConvener });
  plan.update(Network, subject, known, { name, nameEn, facts, opensAccountsExternally });
}

function planServiceDays({ stored, plan, ids, regionId, newId }: Planning, network: RosterNetwork): void {
  if (!network.serviceDays) return;
  const networkId = getId(ids.networks, network.code);
  const before = stored.serviceDays.filter((line) => line.networkId === networkId);
  const subjectOf = (day: number): string => `service day ${day} of ${network.code}`;
  for (const { day, name } of network.serviceDays) {
    const known = before.find((line) => line.day === day);
    if (known) plan.update(ServiceDay, subjectOf(day), known, { name });
    else plan.add(ServiceDay, subjectOf(day), { regionId, id: newId(), networkId, day, name });
  }
  const days = new Set(network.serviceDays.map(({ day }) => day));
  for (const line of before) if (!days.has(line.day)) plan.remove(subjectOf(line.day), line);
}

/** What committee and unit have settled between them since stands: an import only adds places. */
function planMembership(planning: Planning, place: Place): void {
  const { plan, ids, regionId, newId, now } = planning;
  const { network, unit, role } = place;
  const known = findMembership(planning, place);
  if (!known) {
    plan.add(Membership, `${role.toLowerCase()} ${unit} in ${network.code}`, {
      regionId,
      id: newId(),
      networkId: getId(ids.networks, network.code),
      unitCode: unit,
      unitId: getId(ids.units, unit),
      role,
      state: MembershipState.ACTIVE,
      invitedAt: now,
      activeSince: now,
      leftAt: null,
      version: 1,
    });
  } else if (known.state !== MembershipState.ACTIVE || known.role !== role) {
    const { role: held, state } = known;
    plan.notes.push(ROSTER_NOTES.staysAsIs({ unit, network: network.code, role: held, state }));
  }
}
