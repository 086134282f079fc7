import { asCommittee, isHeld, Post, PostRole } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Nomination, NominationState } from '../nomination/nomination.entity.js';
import { listHands } from '../nomination/subject-hands.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';

/** What is objected to, and by whom. */
export interface Contested {
  /** Null for the whole round: whoever had a hand in anything that was nominated has a conflict. */
  readonly nominationId: string | null;
  readonly unitId: string;
}

/** The units in which nobody may hold a post who rules on it: those that had a hand in it, and the one that objects. */
export async function listConcerned(
  tx: TenantTransaction,
  { id: roundId, networkId }: EvaluationRound,
  { nominationId, unitId }: Contested,
): Promise<ReadonlySet<string>> {
  const { regionId } = tx;
  const state = In([NominationState.SUBMITTED, NominationState.EXCLUDED]);
  const where = { regionId, roundId, state, ...(nominationId && { id: nominationId }) };
  const nominations = await asCommittee(tx, networkId, () => tx.manager.findBy(Nomination, where));
  const hands = await listHands(tx, networkId, nominations);
  return new Set([unitId, ...[...hands.values()].flat().map((hand) => hand.unitId)]);
}

/** Secretaries of the committee who may rule: their persons hold no post in any of these units, whichever they act by, and never returned the round. */
export async function listFreeSecretaries(
  tx: TenantTransaction,
  { networkId, unitId, returnedByIds }: EvaluationRound,
  concerned: ReadonlySet<string>,
): Promise<Post[]> {
  const { regionId, now } = tx;
  return asCommittee(tx, networkId, async () => {
    const appointed = await tx.manager.find(Post, {
      where: { regionId, unitId, role: PostRole.SECRETARY },
      order: { personName: 'ASC', id: 'ASC' },
    });
    const secretaries = appointed.filter((post) => isHeld(post, now));
    const personId = In(secretaries.map((post) => post.personId));
    const posts = await tx.manager.findBy(Post, { regionId, personId, unitId: In([...concerned]) });
    const concernedPeople = posts.filter((post) => isHeld(post, now)).map((post) => post.personId);
    // What is objected may quote scores, which the returning officer does not read.
    const barred = new Set([...concernedPeople, ...returnedByIds]);
    return secretaries.filter((post) => !barred.has(post.personId));
  });
}

/** Whether whoever acts holds a post in one of these units. */
export async function isConcerned(tx: TenantTransaction, concerned: ReadonlySet<string>): Promise<boolean> {
  const { personId } = tx.actor;
  if (personId === null) return true;
  const posts = await tx.manager.findBy(Post, {
    regionId: tx.regionId,
    personId,
    unitId: In([...concerned]),
  });
  return posts.some((post) => isHeld(post, tx.now));
}
