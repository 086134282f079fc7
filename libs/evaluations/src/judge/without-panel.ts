import { found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Nomination, NominationState } from '../nomination/nomination.entity.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationPanel } from '../rules/evaluation-panel.entity.js';
import { EvaluationRules } from '../rules/evaluation-rules.entity.js';
import { listCandidates } from './candidates.js';
import { findHandsIn } from './conflicts.js';

/**
 * What is nominated and could be judged by no panel, whoever were proposed: fewer than the minimum sit on each without a
 * hand in it. It follows from posts, memberships and projects, which the committee reads, and from nothing that was
 * declared or assigned.
 */
export async function listWithoutPanel(tx: TenantTransaction, round: EvaluationRound): Promise<Nomination[]> {
  const { regionId } = tx;
  const { id: roundId, networkId, returningPersonId } = round;
  return asCommittee(tx, networkId, async () => {
    const { minimumSheets } = found(await tx.find(EvaluationRules, roundId));
    const panels = await tx.manager.findBy(EvaluationPanel, { regionId, roundId });
    const nominations = await tx.manager.find(Nomination, {
      where: { regionId, roundId, state: NominationState.SUBMITTED },
      order: { draftedAt: 'ASC', id: 'ASC' },
    });
    const all = await listCandidates(tx, round, panels);
    const candidates = all.filter(({ personId }) => personId !== returningPersonId);
    const people = candidates.map(({ personId }) => personId);
    const isHandIn = await findHandsIn(tx, networkId, nominations, people);
    const canJudge = (kind: EvaluationPanel['kind'], nominationId: string): number =>
      candidates.filter((one) => one.panelKind === kind && !isHandIn(nominationId, one.personId)).length;
    return nominations.filter(({ id }) => panels.every(({ kind }) => canJudge(kind, id) < minimumSheets));
  });
}
