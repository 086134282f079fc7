import { found } from '#graphql';
import { asCommittee, isHeld, Network, Post } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { JudgeAssignmentGround } from '../assignment/judge-assignment.entity.js';
import { Hand, listHands, type UnitHand } from '../nomination/subject-hands.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { JudgeConflict } from './judge-conflict.entity.js';

export type ConflictGround = JudgeAssignmentGround.CONFLICT_FOUND | JudgeAssignmentGround.CONFLICT_DECLARED;

/** Why a person does not judge a nomination; null where nothing stands against it. */
export type Conflicts = (nominationId: string, personId: string) => ConflictGround | null;

/**
 * Looks up what stands between these persons and these nominations of one round, as it is now: what they have declared,
 * as far as the actor reads it, and any of their posts in a unit that had a hand in what is nominated.
 */
export async function findConflicts(
  tx: TenantTransaction,
  { roundId, networkId }: { readonly roundId: string; readonly networkId: string },
  nominations: readonly Nomination[],
  personIds: readonly string[],
): Promise<Conflicts> {
  const { regionId } = tx;
  const nominationId = In(nominations.map(({ id }) => id));
  const declared = await tx.manager.findBy(JudgeConflict, { regionId, roundId, nominationId });
  const isHandIn = await findHandsIn(tx, networkId, nominations, personIds);
  return (nomination, person) => {
    if (declared.some((one) => one.nominationId === nomination && one.personId === person))
      return JudgeAssignmentGround.CONFLICT_DECLARED;
    return isHandIn(nomination, person) ? JudgeAssignmentGround.CONFLICT_FOUND : null;
  };
}

/** Those conflicts alone that the platform finds by itself, and the committee could as well: nothing that was declared. */
export async function findHandsIn(
  tx: TenantTransaction,
  networkId: string,
  nominations: readonly Nomination[],
  personIds: readonly string[],
): Promise<(nominationId: string, personId: string) => boolean> {
  const hands = await listHands(tx, networkId, nominations);
  const { convenerUnitId } = found(await tx.find(Network, networkId));
  const unitIds = await listUnits(tx, networkId, personIds);
  return (nomination, person) => {
    const units = unitIds.get(person);
    return (
      hands.get(nomination)?.some((one) => units?.has(one.unitId) && !isForOthers(one, convenerUnitId)) ??
      false
    );
  };
}

/** The committee puts up building groups, say, that are not its own: else no representative of residents could judge one. */
function isForOthers({ unitId, hand }: UnitHand, convenerUnitId: string): boolean {
  return hand === Hand.NOMINATOR && unitId === convenerUnitId;
}

/** In which units each person holds a post: all that the committee sees, and of oneself every one. */
async function listUnits(
  tx: TenantTransaction,
  networkId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const find = (): Promise<Post[]> =>
    tx.manager.findBy(Post, { regionId: tx.regionId, personId: In([...new Set(personIds)]) });
  const posts = [...(await find()), ...(await asCommittee(tx, networkId, find))].filter((post) =>
    isHeld(post, tx.now),
  );
  return new Map(
    personIds.map((id) => [
      id,
      new Set(posts.flatMap(({ personId, unitId }) => (personId === id ? [unitId] : []))),
    ]),
  );
}
