import { found } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { findConflicts, type ConflictGround } from '../judge/conflicts.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound, expectStanding } from '../round/expect-standing.js';
import { JudgeAssignment, JudgeAssignmentState } from './judge-assignment.entity.js';
import { JUDGE_ASSIGNMENT_STATES } from './judging.words.js';

const { SETTLED, SUBMITTED } = JudgeAssignmentState;

/** What a judge has been given, and what it is about. */
export interface Judged {
  readonly round: EvaluationRound;
  readonly nomination: Nomination;
  readonly assignment: JudgeAssignment;
}

/** A judge's way to what is its own: whoever was given nothing hears of a nomination what a random id tells. */
@Injectable()
export class OwnAssignment {
  constructor(private readonly rounds: EvaluationRoundRepository) {}

  /** Locked, while judges score. The round is held beside other judges, so that nobody waits for another. */
  async take(tx: TenantTransaction, nominationId: string): Promise<Judged> {
    const known = found(await this.find(tx, nominationId));
    await expectJudgeTakesPart(tx, known.networkId);
    const round = await this.rounds.hold(tx, known.roundId);
    const assignment = found(await this.find(tx, nominationId));
    expectStanding(assignment, [SETTLED, SUBMITTED], JUDGE_ASSIGNMENT_STATES);
    expectRound(round, [EvaluationRoundState.SCORING]);
    const nomination = found(await tx.find(Nomination, nominationId));
    return { round, nomination, assignment: found(await tx.lock(JudgeAssignment, assignment.id)) };
  }

  /** What the person was given through whichever post, in whatever state it is shown; null for what it does not judge. */
  findOfPerson(tx: TenantTransaction, nominationId: string): Promise<JudgeAssignment | null> {
    const { regionId, actor } = tx;
    const judgePersonId = found(actor.personId);
    return tx.manager.findOneBy(JudgeAssignment, { regionId, nominationId, judgePersonId });
  }

  /** The same of the acting post alone, which scores it. */
  private async find(tx: TenantTransaction, nominationId: string): Promise<JudgeAssignment | null> {
    const assignment = await this.findOfPerson(tx, nominationId);
    return assignment?.judgePostId === tx.actor.postId ? assignment : null;
  }

  /** What stands between the judge and the nomination at this moment. */
  async findConflict(
    tx: TenantTransaction,
    { nomination, assignment }: Judged,
  ): Promise<ConflictGround | null> {
    const conflictOf = await findConflicts(tx, nomination, [nomination], [assignment.judgePersonId]);
    return conflictOf(nomination.id, assignment.judgePersonId);
  }
}

/** A representative speaks for no unit that could leave. */
export async function expectJudgeTakesPart(tx: TenantTransaction, networkId: string): Promise<void> {
  if (tx.actor.role !== 'REPRESENTATIVE') await expectTakesPart(tx, [networkId]);
}
