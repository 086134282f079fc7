import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { countRound, type RoundCount } from '../arithmetic/count-round.js';
import type { OpenSheet } from '../arithmetic/counting-rules.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import type { EvaluationAward } from '../rules/evaluation-award.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import { loadCountingRules } from './counting-rules-of.js';
import { SheetClosing } from '../sheet/sheet-closing.js';
import { CountedSheets } from './counted-sheets.entity.js';
import { EvaluationAccount } from './evaluation-account.entity.js';
import { EvaluationResult, EvaluationResultState, type ResultReason } from './evaluation-result.entity.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';
import { describeChanges } from './result-change.js';
import { inRanking } from './ranking.js';

const { DRAFT, ON_NOTICE, FINAL, SUPERSEDED } = EvaluationResultState;

/** What a new draft does otherwise than the result that stands. */
export interface ResultEdit {
  readonly reason: ResultReason;
  /** As it was when left out. */
  readonly withheldAwardIds?: readonly string[];
}

/** The results of one round that count now. */
export interface LiveResults {
  readonly draft: EvaluationResult | null;
  /** On notice or final. */
  readonly published: EvaluationResult | null;
}

/** Works results out from sheets without names, with the round locked and closed. The same sheets give the same result. */
@Injectable()
export class ResultDrafts {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly sheets: SheetClosing,
  ) {}

  /** By the rights of the committee, as everything here. */
  async findLive(tx: TenantTransaction, { id: roundId, networkId }: EvaluationRound): Promise<LiveResults> {
    const where = { regionId: tx.regionId, roundId, state: In([DRAFT, ON_NOTICE, FINAL]) };
    const live = await asCommittee(tx, networkId, () => tx.manager.findBy(EvaluationResult, where));
    return {
      draft: live.find(({ state }) => state === DRAFT) ?? null,
      published: live.find(({ state }) => state !== DRAFT) ?? null,
    };
  }

  /** A draft in the place of the one that there is; what is published stands until this is published. */
  async draft(tx: TenantTransaction, round: EvaluationRound, edit?: ResultEdit): Promise<EvaluationResult> {
    return asCommittee(tx, round.networkId, async () => {
      const { draft, published } = await this.findLive(tx, round);
      if (draft) await tx.update(EvaluationResult, draft, { state: SUPERSEDED });
      const before = draft ?? published;
      const withheldAwardIds = [...(edit?.withheldAwardIds ?? before?.withheldAwardIds ?? [])];
      const reasons = [...(draft?.reasons ?? []), ...(edit ? [edit.reason] : [])];
      const nominations = await this.nominations.listSubmitted(tx, round.networkId, round.id);
      const standing = new Set(nominations.map(({ id }) => id));
      const opened = await this.sheets.open(tx, round);
      const sheets = opened.filter(({ nominationId }) => standing.has(nominationId));
      const awards = await listFrozenAwards(tx, round.id);
      const rules = await loadCountingRules(tx, round.id, awards, withheldAwardIds);
      const count = countRound(rules, { nominationIds: [...standing], sheets });
      const counted = { count, awards, nominations, sheets };
      const result = await tx.insert(EvaluationResult, {
        ...UNPUBLISHED,
        id: tx.newId(),
        roundId: round.id,
        networkId: round.networkId,
        previousId: published?.id ?? null,
        reasons,
        changes: published ? await this.compare(tx, published, counted) : [],
        withheldAwardIds,
        sureness: count.sureness,
        computedAt: tx.now,
      });
      await this.store(tx, round, result.id, counted);
      return result;
    });
  }

  private async compare(
    tx: TenantTransaction,
    { id, roundId }: EvaluationResult,
    { count, awards }: Counted,
  ) {
    const { regionId } = tx;
    const before = await tx.manager.findBy(EvaluationStanding, { regionId, resultId: id });
    const nominations = await tx.manager.findBy(Nomination, { regionId, roundId });
    return describeChanges(before, count.standings, {
      titles: new Map(nominations.map((one) => [one.id, one.title])),
      awards: new Map(awards.map((one) => [one.id, one.name])),
    });
  }

  private async store(
    tx: TenantTransaction,
    round: EvaluationRound,
    resultId: string,
    { count, awards, nominations, sheets }: Counted,
  ): Promise<void> {
    const points = new Map(awards.map((award) => [award.id, award.points]));
    const ranked = inRanking(count.standings, nominations).map((one) => ({ ...one, id: tx.newId() }));
    const { id: roundId, networkId, returnedByIds } = round;
    await tx.insertAll(
      EvaluationStanding,
      ranked.map(({ id, nominationId, rank, awardId, place }) => ({
        id,
        resultId,
        roundId,
        networkId,
        nominationId,
        isPublished: false,
        place,
        rank,
        awardId,
        points: (awardId && points.get(awardId)) || 0,
      })),
    );
    await tx.insertAll(
      EvaluationAccount,
      ranked.map(({ id, nominationId, account }) => ({
        ...account,
        id,
        resultId,
        roundId,
        networkId,
        nominationId,
        returnedByIds,
        readerUnitIds: [],
      })),
    );
    await tx.insertAll(
      CountedSheets,
      ranked.map(({ id, nominationId }) => ({
        id,
        roundId,
        networkId,
        sheets: sheets
          .filter((sheet) => sheet.nominationId === nominationId)
          .map(({ panelKind, isSetAside, scores }) => ({ panelKind, isSetAside, scores })),
      })),
    );
  }
}

interface Counted {
  readonly count: RoundCount;
  readonly awards: readonly EvaluationAward[];
  readonly nominations: readonly Nomination[];
  readonly sheets: readonly OpenSheet[];
}

const UNPUBLISHED = {
  number: null,
  state: DRAFT,
  publishedAt: null,
  noticeUntil: null,
  isNoticeProvisional: null,
  finalAt: null,
  version: 1,
};
