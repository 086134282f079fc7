import { ApiError } from '#graphql';
import { groupBy } from '#reads';
import { ROLES, type Role, type TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { Network } from '../network/network.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { AudienceReader, SharedPart, type AudienceObject } from './audience.object.js';

/** A representative speaks for residents and reads what the network does, not what a unit has. */
export const OF_UNIT = ROLES.filter((role) => role !== 'REPRESENTATIVE');
const OF_COMMITTEE = ['SECRETARY', 'OFFICER'] as const satisfies readonly Role[];

/** Parts of what is about to be shared, for posts of a unit, perhaps through a network; without a unit for stewards. */
export interface Grant {
  readonly unitId: string | null;
  readonly networkId: string | null;
  readonly roles: readonly Role[];
  readonly parts: readonly SharedPart[];
}

/**
 * The members of networks of one's own, guests not among them.
 * @throws ApiError NOT_FOUND for a network in which the acting unit takes no part
 */
export async function listMembers(tx: TenantTransaction, networkIds: string[]): Promise<Membership[]> {
  const { regionId, actor } = tx;
  if (!networkIds.every((id) => actor.memberNetworkIds.includes(id))) throw ApiError.notFound();
  const role = In([MembershipRole.CONVENER, MembershipRole.PARTNER]);
  const state = MembershipState.ACTIVE;
  return tx.manager.findBy(Membership, { regionId, networkId: In(networkIds), role, state });
}

export function grantCommittees(members: readonly Membership[], parts: SharedPart[]): Grant[] {
  return members
    .filter(({ role }) => role === MembershipRole.CONVENER)
    .map(({ unitId, networkId }) => ({ unitId, networkId, roles: OF_COMMITTEE, parts }));
}

export function grantStewards(networkIds: readonly string[], parts: SharedPart[]): Grant[] {
  return networkIds.map((networkId) => ({ unitId: null, networkId, roles: ['STEWARD'], parts }));
}

/** Who reads what of it by all these grants together. */
export async function describeAudience(
  tx: TenantTransaction,
  grants: readonly Grant[],
): Promise<AudienceObject> {
  const unitIds = [...new Set(grants.flatMap(({ unitId }) => unitId ?? []))];
  const units = (await Promise.all(unitIds.map((id) => tx.find(Unit, id))))
    .filter((unit) => unit !== null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const networkIds = [...new Set(grants.flatMap(({ networkId }) => networkId ?? []))];
  const networks = (await Promise.all(networkIds.map((id) => tx.find(Network, id))))
    .filter((network) => network !== null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const readers = [...units, null].flatMap((unit) =>
    readersOf(
      unit,
      networks,
      grants.filter(({ unitId }) => unitId === (unit?.id ?? null)),
    ),
  );
  return { readers, unitCount: units.filter(({ id }) => id !== tx.actor.unitId).length };
}

/** Posts that read the same parts stand together. */
function readersOf(unit: Unit | null, networks: Network[], grants: readonly Grant[]): AudienceReader[] {
  const partsOf = (role: Role): SharedPart[] =>
    Object.values(SharedPart).filter((part) => isGranted(grants, role, part));
  const reading = ROLES.filter((role) => partsOf(role).length > 0);
  return [...groupBy(reading, (role) => partsOf(role).join())].map(([parts, roles]) => {
    const through = grants.filter((grant) => grant.roles.some((role) => roles.includes(role)));
    return new AudienceReader({
      unit,
      roles,
      parts: parts.split(',') as SharedPart[],
      networks: networks.filter(({ id }) => through.some(({ networkId }) => networkId === id)),
    });
  });
}

function isGranted(grants: readonly Grant[], role: Role, part: SharedPart): boolean {
  return grants.some(({ roles, parts }) => roles.includes(role) && parts.includes(part));
}
