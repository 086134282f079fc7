import { loadDayCalendar } from '#calendar';
import { found, refuseState } from '#graphql';
import { expectTakesPart, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listAccountReaders } from '../nomination/beneficiaries.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import { AwardGrants } from '../recognition/award-grants.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound } from '../round/expect-standing.js';
import { EvaluationResult, EvaluationResultState } from './evaluation-result.entity.js';
import { EVALUATION_RESULT_WORDS as W } from './evaluation-result.words.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';
import { expectAnswered } from './expect-answered.js';
import { lastDayOf } from './last-day.js';
import { noticeEnd } from './notice-end.js';
import { ResultDrafts } from './result-drafts.js';

const { DELIBERATING, PUBLIC_NOTICE, FINAL } = EvaluationRoundState;

/** From the draft before the committee to what counts: a number, a notice, and its end. */
@Injectable()
export class ResultPublishing {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly drafts: ResultDrafts,
    private readonly nominations: NominationRepository,
    private readonly grants: AwardGrants,
  ) {}

  /** The draft is put up with the next number; what was published before gives way to it. */
  async publish(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.take(tx, id, version, DELIBERATING);
    const { draft, published } = await this.drafts.findLive(tx, round);
    await expectAnswered(tx, round, found(draft));
    await this.expectSomebody(tx, round, found(draft));
    if (published) await tx.update(EvaluationResult, published, { state: EvaluationResultState.SUPERSEDED });
    const calendar = await loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
    const end = noticeEnd(calendar, tx.now, round.noticeWorkingDays, await timeZoneOf(tx));
    const result = await tx.update(EvaluationResult, found(draft), {
      state: EvaluationResultState.ON_NOTICE,
      number: (published?.number ?? 0) + 1,
      publishedAt: tx.now,
      noticeUntil: end.until,
      isNoticeProvisional: end.isProvisional,
    });
    await this.show(tx, round, result);
    const publishedAt = round.publishedAt ? {} : { publishedAt: tx.now };
    return this.rounds.change(tx, round, { state: PUBLIC_NOTICE, ...publishedAt });
  }

  /** Once nobody can object any more, and everybody who did was answered. */
  async finalise(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.take(tx, id, version, PUBLIC_NOTICE);
    const result = found((await this.drafts.findLive(tx, round)).published);
    if (result.noticeUntil && tx.now < result.noticeUntil) {
      refuseState(round, W.noticeRuns({ until: await lastDayOf(tx, result.noticeUntil) }));
    }
    await expectAnswered(tx, round, result);
    const final = await tx.update(EvaluationResult, result, {
      state: EvaluationResultState.FINAL,
      finalAt: tx.now,
    });
    const standings = await tx.manager.findBy(EvaluationStanding, {
      regionId: tx.regionId,
      resultId: result.id,
    });
    await this.grants.settle(tx, round, { id: final.id, standings });
    return this.rounds.change(tx, round, { state: FINAL, finalAt: tx.now });
  }

  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
    state: EvaluationRoundState,
  ): Promise<EvaluationRound> {
    await expectTakesPart(tx, [(await this.rounds.get(tx, id)).networkId]);
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, [state]);
    return round;
  }

  private async expectSomebody(
    tx: TenantTransaction,
    round: EvaluationRound,
    { id: resultId }: EvaluationResult,
  ): Promise<void> {
    if (!(await tx.manager.existsBy(EvaluationStanding, { regionId: tx.regionId, resultId })))
      refuseState(round, W.nobodyInIt);
  }

  /** Units that nominated, answered for it or took part when scoring began read how their score came about; who only supplied does not. */
  private async show(tx: TenantTransaction, round: EvaluationRound, { id: resultId }: EvaluationResult) {
    const ofResult = { regionId: tx.regionId, resultId };
    const standings = await tx.manager.findBy(EvaluationStanding, ofResult);
    await tx.changeAll(EvaluationStanding, standings, () => ({ isPublished: true }));
    const nominations = await this.nominations.listSubmitted(tx, round.networkId, round.id);
    const readers = new Map(nominations.map((one) => [one.id, listAccountReaders(one)]));
    const shown = standings.map(({ id, nominationId }) => [id, readers.get(nominationId) ?? []] as const);
    await this.rounds.showAccounts(tx, round, new Map(shown));
  }
}
