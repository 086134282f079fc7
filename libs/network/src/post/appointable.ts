import { ApiError, found, Refused } from '#graphql';
import type { Role, TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { appointableRoles } from './post.policy.js';
import { UnitHasLeft } from './post.refusals.js';
import { POST_WORDS } from './post.words.js';

const { CONVENER, GUEST, PARTNER } = MembershipRole;
const { ACTIVE, SUSPENDED } = MembershipState;

export interface Appointable {
  unit: Unit;
  roles: readonly Role[];
}

/** What the actor gives in a unit, or why nothing. */
export type Standing = Role[] | 'NOT_OURS' | 'SHARED' | 'HAS_LEFT';

/**
 * A unit in which the actor gives posts, and which ones: the own, or a partner of networks that the actor's committee
 * convenes, all of them. It stays so until the transaction ends: a suspension or an accepted invitation waits, and then
 * finds what this act has made. Call it before any other lock. NOT_FOUND for any other unit, seen or not; FORBIDDEN for one whose posts open
 * networks of others as well (decision 10).
 */
export async function getAppointable(tx: TenantTransaction, unitId: string): Promise<Appointable> {
  const unit = found(await tx.find(Unit, unitId));
  const standing = await judgeStanding(tx, unitId);
  if (standing === 'HAS_LEFT') throw new Refused(new UnitHasLeft());
  if (standing === 'SHARED') throw ApiError.forbidden(POST_WORDS.unitGivesItsOwn);
  if (standing === 'NOT_OURS') throw ApiError.notFound();
  return { unit, roles: standing };
}

/** Whether the actor gives posts of that role there, in a unit that it may not even see. Holds as `getAppointable` does. */
export async function givesPost(
  tx: TenantTransaction,
  { unitId, role }: { unitId: string; role: Role },
): Promise<boolean> {
  const standing = await judgeStanding(tx, unitId);
  return Array.isArray(standing) && standing.includes(role);
}

/** Holds the unit and its memberships; asks for no right to see the unit. */
export async function judgeStanding(tx: TenantTransaction, unitId: string): Promise<Standing> {
  const isOwn = unitId === tx.actor.unitId;
  const roles = appointableRoles(tx.actor.role, isOwn ? 'OWN' : 'PARTNER');
  if (roles.length === 0) return 'NOT_OURS';
  const memberships = await holdMemberships(tx, unitId);
  if (isOwn) return memberships.some(({ state }) => state === ACTIVE) ? roles : 'HAS_LEFT';
  if (!memberships.some((one) => isPartnerOf(tx, one))) return 'NOT_OURS';
  return memberships.every((one) => isConvenedBy(tx, one)) ? roles : 'SHARED';
}

/** Where the unit takes part, or will again: with its own rights, as the committee sees those in its networks only. */
async function holdMemberships(tx: TenantTransaction, unitId: string): Promise<Membership[]> {
  const wanted = { regionId: tx.regionId, unitId, state: In([ACTIVE, SUSPENDED]) };
  return tx.asUnit(unitId, async () => {
    // Joining a network changes the unit, and waits as well.
    await tx.manager.findOne(Unit, {
      where: { regionId: tx.regionId, id: unitId },
      lock: { mode: 'pessimistic_read' },
    });
    const held = await tx.manager.find(Membership, {
      where: { ...wanted, role: In([PARTNER, GUEST]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    // A convener cannot be suspended, so that nobody need wait for it.
    return [...held, ...(await tx.manager.findBy(Membership, { ...wanted, role: CONVENER }))];
  });
}

function isPartnerOf(tx: TenantTransaction, one: Membership): boolean {
  return one.role === PARTNER && one.state === ACTIVE && isConvenedBy(tx, one);
}

function isConvenedBy({ actor }: TenantTransaction, { networkId }: Membership): boolean {
  return actor.convenedNetworkIds.includes(networkId);
}
