import { type Membership, MembershipRole, MembershipState } from '#network';

/**
 * The units that may vote: active members, the convener among them, never guests; of a working meeting those that are
 * invited to it (`null`: all are). Taken when a vote opens, and kept with it.
 */
export function listEntitled(
  memberships: readonly Pick<Membership, 'unitId' | 'role' | 'state'>[],
  invited: ReadonlySet<string> | null,
): string[] {
  return memberships.flatMap(({ unitId, role, state }) => {
    const mayVote = state === MembershipState.ACTIVE && role !== MembershipRole.GUEST && unitId !== null;
    return mayVote && (invited?.has(unitId) ?? true) ? [unitId] : [];
  });
}
