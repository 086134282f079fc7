import { Membership, MembershipRole } from '../membership/membership.entity.js';
import type { RegionSnapshot } from './region-snapshot.js';
import type { RosterPlan } from './roster-plan.js';
import type { Roster, RosterNetwork } from './roster.schema.js';

/** What every part of the planning goes by. */
export interface Planning {
  readonly roster: Roster;
  readonly stored: RegionSnapshot;
  readonly plan: RosterPlan;
  readonly regionId: string;
  readonly now: Date;
  /** Ids by code, of what is stored and of what will be. */
  readonly ids: Readonly<Record<'areas' | 'units' | 'networks', ReadonlyMap<string, string>>>;
  readonly newId: () => string;
}

/** A place in a network, as the file has it. */
export interface Place {
  readonly network: RosterNetwork;
  readonly unit: string;
  readonly role: MembershipRole;
}

export function placesOf(network: RosterNetwork): Place[] {
  const as = (role: MembershipRole) => (unit: string) => ({ network, unit, role });
  return [
    as(MembershipRole.CONVENER)(network.convener),
    ...network.partners.map(as(MembershipRole.PARTNER)),
    ...network.others.map(as(MembershipRole.GUEST)),
  ];
}

/** The stored membership of a place; whatever its state, the import leaves it alone. */
export function findMembership({ stored, ids }: Planning, place: Place): Membership | undefined {
  const networkId = ids.networks.get(place.network.code);
  return stored.memberships.find(
    (membership) => membership.networkId === networkId && membership.unitCode === place.unit,
  );
}

/** The networks that a unit joins by this import. */
export function joinedBy(planning: Planning, unit: string): string[] {
  return planning.roster.networks
    .flatMap(placesOf)
    .filter((place) => place.unit === unit && !findMembership(planning, place))
    .map(({ network }) => getId(planning.ids.networks, network.code));
}

export function withAdded(before: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...before, ...added])];
}

/** References have been checked when the file was read. */
export function getId(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`Nothing has the code ${code}.`);
  return id;
}
