import { ApiError } from '#graphql';
import { Membership, MembershipRole, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { isJoint } from '../meeting/meeting.policy.js';
import type { Meeting } from '../meeting/meeting.entity.js';

const { CONVENER, PARTNER, GUEST } = MembershipRole;

/** A unit that a meeting is for, and whether it counts there: a guest does not. */
export interface Invited {
  readonly unitId: string;
  readonly isCounted: boolean;
}

/**
 * The units that a meeting is for: of a joint one all members of the network, of a working one those chosen, guests
 * too, and always the committee itself. Keeps them members until the transaction ends: call it before any other lock.
 */
export function listInvited(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId'>,
  chosen: readonly string[],
): Promise<Invited[]> {
  return select(tx, meeting, chosen, { mode: 'pessimistic_read' });
}

/** The same as things stand; they may leave at any time. */
export function foretellInvited(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId'>,
  chosen: readonly string[],
): Promise<Invited[]> {
  return select(tx, meeting, chosen);
}

/** @throws ApiError NOT_FOUND for a unit that takes no part in the network, not even as a guest */
export async function expectInvitable(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId'>,
  chosen: readonly string[],
): Promise<void> {
  const invited = new Set((await listInvited(tx, meeting, chosen)).map(({ unitId }) => unitId));
  if (!chosen.every((id) => invited.has(id))) throw ApiError.notFound();
}

async function select(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId'>,
  chosen: readonly string[],
  lock?: { mode: 'pessimistic_read' },
): Promise<Invited[]> {
  const { regionId } = tx;
  const active = { regionId, networkId: meeting.networkId, state: MembershipState.ACTIVE };
  const { state, ...whatever } = active;
  // Whoever is about to join is held too, so that either the call finds it a member, or it finds the meeting called.
  const others = await tx.manager.find(Membership, {
    where: isJoint(meeting)
      ? { ...whatever, role: PARTNER }
      : { ...whatever, role: In([PARTNER, GUEST]), unitId: In([...chosen]) },
    order: { id: 'ASC' },
    ...(lock && { lock }),
  });
  // A convener cannot be suspended, so that nobody need wait for it.
  const convener = await tx.manager.findBy(Membership, { ...active, role: CONVENER });
  const present = others.filter((one) => one.state === state);
  return [...convener, ...present].flatMap(({ unitId, role }) =>
    unitId === null ? [] : [{ unitId, isCounted: role !== GUEST }],
  );
}
