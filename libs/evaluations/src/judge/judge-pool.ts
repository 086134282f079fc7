import type { TenantTransaction } from '#tenancy';
import type { Judging } from '../assignment/judging.repository.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { type Candidate, listCandidates } from './candidates.js';
import { EvaluationJudge } from './evaluation-judge.entity.js';
import { judgingPartOf } from './judging-part.js';

/**
 * Puts on the roll whoever could judge by now and is not on it; with the roll locked. A judge whose post was renewed
 * goes on in the one that is held now, if it sits in the same panel.
 * @returns those on it that can be given something: not excused, and of a post that is held
 */
export async function fillPool(tx: TenantTransaction, { round, roll }: Judging): Promise<EvaluationJudge[]> {
  const { panels } = await getFrozenRules(tx, round.id);
  const candidates = new Map((await listCandidates(tx, round, panels)).map((one) => [one.personId, one]));
  const known = await tx.manager.findBy(EvaluationJudge, { regionId: tx.regionId, roundId: round.id });
  const fresh = { ...judgingPartOf(round.id, roll), excusedAt: null, excuse: null, version: 1 };
  const added = [...candidates.values()].filter(
    ({ personId }) => !known.some((judge) => judge.personId === personId),
  );
  const judges = await tx.insertAll(
    EvaluationJudge,
    added.map((candidate) => ({ ...fresh, ...candidate, id: tx.newId() })),
  );
  const free = known.flatMap((judge) => {
    const candidate = candidates.get(judge.personId);
    return candidate?.panelKind === judge.panelKind && !judge.excusedAt ? [{ judge, candidate }] : [];
  });
  return [...(await renew(tx, free)), ...judges];
}

async function renew(
  tx: TenantTransaction,
  free: readonly { readonly judge: EvaluationJudge; readonly candidate: Candidate }[],
): Promise<EvaluationJudge[]> {
  const moved = free.filter(({ judge, candidate }) => judge.postId !== candidate.postId);
  const posts = new Map(
    moved.map(({ judge, candidate: { postId, unitId } }) => [judge.id, { postId, unitId }]),
  );
  const renewed = await tx.updateAll(
    EvaluationJudge,
    moved.map(({ judge }) => judge),
    ({ id }) => posts.get(id) ?? {},
  );
  return free.map(({ judge }) => renewed.find(({ id }) => id === judge.id) ?? judge);
}
