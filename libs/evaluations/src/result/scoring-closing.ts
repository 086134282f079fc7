import { ApiError, expectVersion, Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { JudgeAssignment } from '../assignment/judge-assignment.entity.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound } from '../round/expect-standing.js';
import { SheetClosing } from '../sheet/sheet-closing.js';
import { EVALUATION_RESULT_WORDS as W } from './evaluation-result.words.js';
import { ResultDrafts } from './result-drafts.js';
import { SheetsMissing } from './result.refusals.js';

/** The end of blindness: with the round locked no sheet comes in, and every one that was acknowledged before counts. */
@Injectable()
export class ScoringClosing {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly sheets: SheetClosing,
    private readonly nominations: NominationRepository,
    private readonly drafts: ResultDrafts,
  ) {}

  async close(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const { returningPostId } = await this.rounds.get(tx, id);
    if (returningPostId !== tx.actor.postId) throw ApiError.forbidden();
    const round = await this.rounds.takeSeen(tx, id);
    expectVersion(round, version);
    expectRound(round, [EvaluationRoundState.SCORING]);
    await this.sheets.lock(tx, round);
    await this.sheets.endConflicts(tx, round);
    const missing = await this.sheets.listMissing(tx, round);
    if (missing.length > 0) await this.refuse(tx, round, missing);
    // First: sheets are opened for a round that is closed.
    const closed = await this.rounds.change(tx, round, {
      state: EvaluationRoundState.DELIBERATING,
      deliberatingAt: tx.now,
    });
    await this.drafts.draft(tx, closed);
    return closed;
  }
  /** Names each that is missing. */
  private async refuse(
    tx: TenantTransaction,
    round: EvaluationRound,
    awaited: readonly JudgeAssignment[],
  ): Promise<never> {
    const nominations = await this.nominations.listSubmitted(tx, round.networkId, round.id);
    const titles = new Map(nominations.map(({ id, title }) => [id, title]));
    const missing = awaited.map(({ judgeName, panelKind, nominationId }) => ({
      judgeName,
      panelKind,
      nominationTitle: titles.get(nominationId) ?? '',
    }));
    throw new Refused(new SheetsMissing(missing, W.sheetsMissing({ count: missing.length })));
  }
}
