import { expectVersion, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { findConflicts } from '../judge/conflicts.js';
import { EvaluationJudge } from '../judge/evaluation-judge.entity.js';
import { fillPool } from '../judge/judge-pool.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import {
  JudgeAssignment,
  JudgeAssignmentGround,
  JudgeAssignmentState,
  LIVE_ASSIGNMENTS,
} from './judge-assignment.entity.js';
import { type Judging, JudgingRepository, type Seat } from './judging.repository.js';
import { JUDGE_ASSIGNMENT_STATES, JUDGING_WORDS } from './judging.words.js';
import { JudgingRoll } from './judging-roll.entity.js';
import { expectStanding } from '../round/expect-standing.js';

const { PROPOSED, SETTLED, SET_ASIDE } = JudgeAssignmentState;

/** What the returning officer changes one by one, before the roll is settled and after; then it is shown at once. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly judging: JudgingRepository,
    private readonly nominations: NominationRepository,
  ) {}

  async assign(
    tx: TenantTransaction,
    id: string,
    version: number,
    wish: { readonly nominationId: string; readonly judgeId: string },
  ): Promise<JudgingRoll> {
    const judging = await this.judging.takeVersion(tx, id, version);
    const seat = await this.expectMaySit(tx, judging, wish);
    const { nominationId } = seat;
    const known = await tx.manager.findOneBy(JudgeAssignment, {
      regionId: tx.regionId,
      nominationId,
      judgePersonId: seat.judge.personId,
    });
    const { postId: judgePostId, unitId } = seat.judge;
    const isRenewed = known?.state === SETTLED && known.judgePostId !== judgePostId;
    if (!known) await this.judging.seat(tx, judging.roll, [seat]);
    else if (LIVE_ASSIGNMENTS.includes(known.state) && !isRenewed)
      refuseState(known, JUDGING_WORDS.assignedAlready);
    else if (known.state === SET_ASIDE) refuseState(known, JUDGING_WORDS.setAsideAlready);
    else
      await tx.update(JudgeAssignment, known, {
        judgePostId,
        unitId,
        state: SETTLED,
        ground: null,
        reason: null,
      });
    return tx.update(JudgingRoll, judging.roll, {});
  }

  /** It is not scored by that judge after all; a sheet that was submitted is set aside. */
  async drop(tx: TenantTransaction, id: string, version: number, reason: string): Promise<JudgingRoll> {
    const { roundId } = found(await tx.find(JudgeAssignment, id));
    const { roll } = await this.judging.take(tx, roundId);
    const assignment = found(await tx.lock(JudgeAssignment, id));
    expectVersion(assignment, version);
    expectStanding(assignment, LIVE_ASSIGNMENTS, JUDGE_ASSIGNMENT_STATES);
    await this.judging.end(tx, [assignment], { ground: JudgeAssignmentGround.BY_RETURNING_OFFICER, reason });
    return tx.update(JudgingRoll, roll, {});
  }

  /** That judge is given nothing more, and need not score what is not submitted; submitted sheets stand. */
  async excuse(tx: TenantTransaction, id: string, version: number, excuse: string): Promise<JudgingRoll> {
    const { roundId } = found(await tx.find(EvaluationJudge, id));
    const { round, roll } = await this.judging.take(tx, roundId);
    const judge = found(await tx.lock(EvaluationJudge, id));
    expectVersion(judge, version);
    if (judge.excusedAt) refuseState(round, JUDGING_WORDS.isExcused);
    await tx.update(EvaluationJudge, judge, { excusedAt: tx.now, excuse });
    const own = await this.judging.lockOf(tx, roundId, judge.personId);
    const open = own.filter(({ state }) => state === PROPOSED || state === SETTLED);
    await this.judging.end(tx, open, { ground: JudgeAssignmentGround.EXCUSED, reason: excuse });
    await fillPool(tx, { round, roll });
    return tx.update(JudgingRoll, roll, {});
  }

  /** @throws Refused for a judge who is excused, holds the post no more or has a conflict, and for what is not judged */
  private async expectMaySit(
    tx: TenantTransaction,
    judging: Judging,
    { nominationId, judgeId }: { readonly nominationId: string; readonly judgeId: string },
  ): Promise<Seat> {
    const { round } = judging;
    const known = found(await tx.find(EvaluationJudge, judgeId));
    const nominations = await this.nominations.listSubmitted(tx, round.networkId, round.id);
    const nomination = nominations.find(({ id }) => id === nominationId);
    if (known.roundId !== round.id || !nomination) refuseState(round, JUDGING_WORDS.notJudged);
    if (known.excusedAt) refuseState(round, JUDGING_WORDS.isExcused);
    const judge = (await fillPool(tx, judging)).find(({ id }) => id === judgeId);
    if (!judge) refuseState(round, JUDGING_WORDS.holdsNoPost);
    const conflictOf = await findConflicts(tx, nomination, [nomination], [judge.personId]);
    if (conflictOf(nominationId, judge.personId)) refuseState(round, JUDGING_WORDS.inConflict);
    return { nominationId, judge };
  }
}
