import { found } from '#graphql';
import { Network, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import { EvaluationResult, EvaluationResultState } from '../result/evaluation-result.entity.js';
import { EvaluationStanding } from '../result/evaluation-standing.entity.js';
import { EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import { draftPaper, type Ranked, rankingPaper, type RankingPaper } from './ranking-paper.js';

const { DRAFT, ON_NOTICE, FINAL, LAPSED } = EvaluationResultState;

/** Rankings of a round on paper: what is hung up, for whoever reads it, and the draft for the committee. */
@Injectable()
export class RankingPapers {
  /** Of the result published last. Null for a round that is not there, that one does not see, or of which nothing was published. */
  async find(tx: TenantTransaction, roundId: string): Promise<RankingPaper | null> {
    const round = await tx.find(EvaluationRound, roundId);
    if (!round) return null;
    const where = {
      regionId: tx.regionId,
      roundId,
      state: In([ON_NOTICE, FINAL, LAPSED]),
      number: Not(IsNull()),
    };
    const result = await tx.manager.findOneBy(EvaluationResult, where);
    if (!result?.number || !result.publishedAt || !result.noticeUntil) return null;
    const { number, publishedAt, noticeUntil, finalAt } = result;
    const isInRevision = round.state === EvaluationRoundState.DELIBERATING;
    const isLapsed = result.state === LAPSED;
    const shown = { number, publishedAt, noticeUntil, finalAt, isInRevision, isLapsed };
    return rankingPaper({ ...(await rank(tx, round, result)), ...shown }, await timeZoneOf(tx));
  }

  /** Of the draft, which the row policies let the committee alone read. Null for everybody else, and where there is none. */
  async findDraft(tx: TenantTransaction, roundId: string): Promise<RankingPaper | null> {
    const round = await tx.find(EvaluationRound, roundId);
    if (!round) return null;
    const where = { regionId: tx.regionId, roundId, state: DRAFT };
    const result = await tx.manager.findOneBy(EvaluationResult, where);
    if (!result) return null;
    const { computedAt } = result;
    return draftPaper({ ...(await rank(tx, round, result)), computedAt }, await timeZoneOf(tx));
  }
}

async function rank(
  tx: TenantTransaction,
  { name, networkId }: EvaluationRound,
  { id, roundId, previousId, reasons, changes, withheldAwardIds }: EvaluationResult,
): Promise<Ranked> {
  const { regionId } = tx;
  const where = { regionId, resultId: id };
  const standings = await tx.manager.find(EvaluationStanding, { where, order: { place: 'ASC' } });
  const awards = await listFrozenAwards(tx, roundId);
  const lines = standings.map(async ({ nominationId, rank: ranked, awardId, points }) => {
    const { title, unitId } = found(await tx.find(Nomination, nominationId));
    const unit = (await tx.find(Unit, unitId))?.name ?? '';
    const award = awards.find((one) => one.id === awardId)?.name ?? null;
    return { rank: ranked, title, unit, award, points };
  });
  const previous = previousId === null ? null : await tx.find(EvaluationResult, previousId);
  const withheld = awards.filter((one) => withheldAwardIds.includes(one.id)).map((one) => one.name);
  return {
    round: name,
    network: found(await tx.find(Network, networkId)).name,
    previous: previous?.number ?? null,
    reasons,
    changes,
    withheld,
    lines: await Promise.all(lines),
  };
}
