import { ApiError, found, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { JudgeAssignment } from '../assignment/judge-assignment.entity.js';
import { Nomination, NominationState } from '../nomination/nomination.entity.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import { NOMINATION_STATES } from '../nomination/nomination.words.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound, expectStanding } from '../round/expect-standing.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import { SheetClosing } from '../sheet/sheet-closing.js';
import { ResultAct } from './evaluation-result.entity.js';
import { EVALUATION_RESULT_WORDS as W } from './evaluation-result.words.js';
import { ResultDrafts, type ResultEdit } from './result-drafts.js';

const { DELIBERATING, PUBLIC_NOTICE, FINAL } = EvaluationRoundState;

/** Scoring is closed, and the round is not given up. */
const CLOSED_ROUNDS: readonly EvaluationRoundState[] = [DELIBERATING, PUBLIC_NOTICE, FINAL];

interface AwardChange {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly reason: string;
}

/** What changes a result after the closing. Each act works it out anew, as a draft that is published with a number of its own. */
@Injectable()
export class Deliberation {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly nominations: NominationRepository,
    private readonly sheets: SheetClosing,
    private readonly drafts: ResultDrafts,
  ) {}

  /** A judge declared a conflict after the closing, and the sheet is set aside; with the round locked. Its lines name nobody: they would name a judge. */
  async followConflict(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
    const { unitId, networkId } = round;
    const reason = { act: ResultAct.CONFLICT_DECLARED, text: null };
    await tx.asPlatform({ unitId, networkId }, () => this.redraft(tx, round, { reason }));
  }

  /** By the returning officer, who alone knows whose sheet it is. */
  async setSheetAside(
    tx: TenantTransaction,
    id: string,
    version: number,
    reason: string,
  ): Promise<EvaluationRound> {
    const { roundId } = found(await tx.find(JudgeAssignment, id));
    const round = await this.rounds.takeSeen(tx, roundId);
    // A judge reads the assignment as well.
    if (round.returningPostId !== tx.actor.postId) throw ApiError.forbidden();
    expectRound(round, CLOSED_ROUNDS);
    await this.sheets.setAside(tx, id, version, reason);
    return this.redraft(tx, round, { reason: { act: ResultAct.SHEET_SET_ASIDE, text: reason } });
  }

  async excludeNomination(
    tx: TenantTransaction,
    id: string,
    version: number,
    reason: string,
  ): Promise<EvaluationRound> {
    const round = await this.takeClosed(tx, found(await tx.find(Nomination, id)).roundId);
    const nomination = await this.nominations.takeVersion(tx, id, version);
    expectStanding(nomination, [NominationState.SUBMITTED], NOMINATION_STATES);
    await this.nominations.exclude(tx, nomination, reason);
    return this.redraft(tx, round, { reason: { act: ResultAct.NOMINATION_EXCLUDED, text: reason } });
  }

  /** What was excluded stands in the result again, with its sheets. */
  async readmitNomination(
    tx: TenantTransaction,
    id: string,
    version: number,
    reason: string,
  ): Promise<EvaluationRound> {
    const round = await this.takeClosed(tx, found(await tx.find(Nomination, id)).roundId);
    const nomination = await this.nominations.takeVersion(tx, id, version);
    expectStanding(nomination, [NominationState.EXCLUDED], NOMINATION_STATES);
    await this.nominations.change(tx, nomination, { state: NominationState.SUBMITTED, reason: null });
    return this.redraft(tx, round, { reason: { act: ResultAct.NOMINATION_READMITTED, text: reason } });
  }

  async withholdAward(tx: TenantTransaction, change: AwardChange): Promise<EvaluationRound> {
    const { round, awardId, withheld } = await this.takeAward(tx, change);
    if (withheld.includes(awardId)) refuseState(round, W.withheldAlready);
    return this.redraft(tx, round, {
      reason: { act: ResultAct.AWARD_WITHHELD, text: change.reason },
      withheldAwardIds: [...withheld, awardId],
    });
  }

  async restoreAward(tx: TenantTransaction, change: AwardChange): Promise<EvaluationRound> {
    const { round, awardId, withheld } = await this.takeAward(tx, change);
    if (!withheld.includes(awardId)) refuseState(round, W.notWithheld);
    return this.redraft(tx, round, {
      reason: { act: ResultAct.AWARD_RESTORED, text: change.reason },
      withheldAwardIds: withheld.filter((id) => id !== awardId),
    });
  }

  private async takeAward(tx: TenantTransaction, { id, version, position }: AwardChange) {
    const round = await this.takeClosed(tx, id, version);
    const award = (await listFrozenAwards(tx, id)).find((one) => one.position === position);
    if (!award) throw ApiError.badInput([{ path: 'position', message: W.noSuchAward }]);
    const { draft, published } = await this.drafts.findLive(tx, round);
    const { withheldAwardIds } = found(draft ?? published);
    return { round, awardId: award.id, withheld: withheldAwardIds };
  }

  private async takeClosed(tx: TenantTransaction, id: string, version?: number): Promise<EvaluationRound> {
    await expectTakesPart(tx, [(await this.rounds.get(tx, id)).networkId]);
    const round = await (version === undefined
      ? this.rounds.take(tx, id)
      : this.rounds.takeVersion(tx, id, version));
    expectRound(round, CLOSED_ROUNDS);
    return round;
  }

  /** What was on notice, or final, is deliberated again. */
  private async redraft(
    tx: TenantTransaction,
    round: EvaluationRound,
    edit: ResultEdit,
  ): Promise<EvaluationRound> {
    await this.drafts.draft(tx, round, edit);
    return this.rounds.change(tx, round, { state: DELIBERATING });
  }
}
